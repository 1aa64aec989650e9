/** Directives with their sources: Content Security Policy Level 3 (w3.org/TR/CSP3). */
type Policy = Readonly<Record<string, readonly string[]>>;

/**
 * What every page needs: the site's own styles, pictures and fonts, and a form that opens its search. `default-src` forbids
 * everything else: scripts, frames, plug-ins, requests.
 */
const READING: Policy = {
  'default-src': ["'none'"],
  'style-src': ["'self'"],
  'img-src': ["'self'"],
  'font-src': ["'self'"],
  'form-action': ["'self'"],
  'base-uri': ["'none'"],
};

/** The search page has a script, which loads the index. */
const SEARCH: Policy = {
  ...READING,
  'script-src': ["'self'"],
  'connect-src': ["'self'"],
};

/**
 * The policy in the header of every file. A browser applies both the header's and the page's policy, so the header allows what
 * any page needs and each page forbids the rest. Only a header can forbid other sites to frame a page.
 */
const EVERYWHERE: Policy = {
  ...SEARCH,
  'frame-ancestors': ["'none'"],
};

/** The scripts that a page may run. */
export type PageProgram = 'none' | 'search';

/**
 * The policy in a page's own head.
 * @param form the address on another site to which a form of the page is sent: the sign-up for the newsletter
 */
export function pagePolicy(program: PageProgram, form?: string): string {
  return written(withForm(program === 'search' ? SEARCH : READING, form));
}

/** The policy that hosts send with every file. @param form as for {@link pagePolicy}, of any page */
export function hostPolicy(form?: string): string {
  return written(withForm(EVERYWHERE, form));
}

/** Lets forms be sent to one more address, and nowhere else on its site. A source is an address without its query. */
function withForm(policy: Policy, form: string | undefined): Policy {
  if (form === undefined) return policy;
  const { origin, pathname } = new URL(form);
  const source = `${origin}${pathname}`.replaceAll(';', '%3B').replaceAll(',', '%2C');
  return { ...policy, 'form-action': [...(policy['form-action'] ?? []), source] };
}

function written(policy: Policy): string {
  return Object.entries(policy)
    .map(([directive, sources]) => [directive, ...sources].join(' '))
    .join('; ');
}
