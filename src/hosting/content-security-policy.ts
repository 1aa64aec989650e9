/** What a page may load and run, and from where: Content Security Policy Level 3 (w3.org/TR/CSP3). */
type Policy = Readonly<Record<string, readonly string[]>>;

/**
 * What every page needs: nothing but the site's own styles, pictures and fonts, and a form that leads to its search. All that
 * is not named is forbidden by `default-src`: scripts, frames, plug-ins, requests.
 */
const READING: Policy = {
  'default-src': ["'none'"],
  'style-src': ["'self'"],
  'img-src': ["'self'"],
  'font-src': ["'self'"],
  'form-action': ["'self'"],
  'base-uri': ["'none'"],
};

/** The search page has a script, which asks a worker, which loads the index. */
const SEARCH: Policy = {
  ...READING,
  'script-src': ["'self'"],
  'worker-src': ["'self'"],
  'connect-src': ["'self'"],
};

/**
 * What hosts say of every file. Policies of header and page hold both, so the header's allows what any page needs and each
 * page forbids itself the rest. The worker of the search is a file of its own, whose policy is the header's alone: WebAssembly is
 * compiled there. Only a header can forbid other sites to frame a page.
 */
const EVERYWHERE: Policy = {
  ...SEARCH,
  'script-src': ["'self'", "'wasm-unsafe-eval'"],
  'frame-ancestors': ["'none'"],
};

/** The kinds of pages that differ in what they run. */
export type PageProgram = 'none' | 'search';

/** The policy in a page's own head. @param program what the page runs */
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
