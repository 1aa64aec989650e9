import { hostPath } from '#src/urls.ts';

/** A start tag with its attributes; in our pages every `<` of a text is written as a character reference. */
const TAG = /<[a-z][\w-]*(?:"[^"]*"|'[^']*'|[^'">])*>/gi;

/** An attribute that holds one address. */
const ADDRESS = /(\s(?:href|src|action|formaction|cite|poster|data-index)=")([^"]*)(?=")/gi;

/** An attribute that holds several, each with a size. */
const ADDRESSES = /(\s(?:image)?srcset=")([^"]*)(?=")/gi;

/** The address to which a page leads on by itself. */
const REFRESH = /(\scontent="\d+; url=)([^"]*)(?=")/gi;

const STYLE_ADDRESS = /(\burl\(\s*["']?)([^"')]*)/gi;

/** A step up, as browsers read it, and one that stays: `..`, `.`, `%2e%2e`. */
const STEPS = /(?:^|\/)(?:\.|%2e){1,2}(?:\/|$)/i;

/**
 * A file of a site as it is served below a path of its host: what its addresses name from the site's front page, they name from
 * the host's. The last step of a build, so that nothing before it needs to know where the site is. Full addresses have the path
 * already ({@link file://../urls.ts}), files with rules for hosts too; scripts are told where the site is by the page.
 * @param below the path, as `pathBelowHost` gives it; '' changes nothing
 */
export function belowPath(file: string, bytes: Uint8Array, below: string): Uint8Array {
  if (below === '' || !/\.(?:html?|css)$/i.test(file)) return bytes;
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
  const page = `/${file.replace(/[^/]*$/, '')}`;
  const place = (address: string) => placed(address, page, below);
  const made = /css$/i.test(file)
    ? text.replace(STYLE_ADDRESS, (_, before: string, address: string) => before + place(address))
    : text.replace(TAG, (tag) => placedTag(tag, place));
  return Buffer.from(made);
}

function placedTag(tag: string, place: (address: string) => string): string {
  const one = (_: string, before: string, address: string) => before + place(address);
  const many = (_: string, before: string, addresses: string) => before + addresses.replace(/(^|,\s+)([^\s,]+)/g, one);
  return tag.replace(ADDRESS, one).replace(ADDRESSES, many).replace(REFRESH, one);
}

/** @param page the folder of the file that names the address */
function placed(address: string, page: string, below: string): string {
  const [path = ''] = address.split(/[?#]/);
  if (/^[a-z][a-z\d+.-]*:|^\/\/|^$/i.test(path)) return address;
  // Steps up end at the site's front page, not at the host's.
  const whole = STEPS.test(path) ? new URL(path, `http://site.invalid${page}`).pathname : path;
  return whole.startsWith('/') ? hostPath(below, whole) + address.slice(path.length) : address;
}
