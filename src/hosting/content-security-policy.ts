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

/** The policy in a page's own head. */
export function pagePolicy(program: PageProgram): string {
  return written(program === 'search' ? SEARCH : READING);
}

/** The policy that hosts send with every file. */
export function hostPolicy(): string {
  return written(EVERYWHERE);
}

function written(policy: Policy): string {
  return Object.entries(policy)
    .map(([directive, sources]) => [directive, ...sources].join(' '))
    .join('; ');
}
