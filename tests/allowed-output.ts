import { parse, parseFragment, type DefaultTreeAdapterTypes as Tree } from 'parse5';

/**
 * What may stand in what the house puts out, written down once more and apart from the sanitiser's own list, so that a
 * mistake in that list is not made twice.
 */

const OF_ANY = ['lang', 'dir', 'id'];

/** What editors' Markdown may become: element → attributes. */
const IN_BODIES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    'p h2 h3 h4 h5 h6 pre hr blockquote br wbr em strong b i u s del ins sub sup small mark kbd samp var cite q bdi bdo dl dt dd summary thead tbody tfoot tr table caption figcaption'
      .split(' ')
      .map((name) => [name, '']),
  ),
  a: 'href rel title class aria-label aria-describedby data-footnote-ref data-footnote-backref',
  abbr: 'title',
  code: 'class',
  details: 'open',
  del: 'datetime',
  dfn: 'title',
  div: 'class role tabindex',
  figure: 'class',
  h2: 'class',
  img: 'src srcset sizes width height alt loading decoding',
  input: 'type checked disabled',
  ins: 'datetime',
  li: 'class value',
  ol: 'class start reversed type',
  section: 'class data-footnotes',
  span: 'class',
  td: 'class colspan rowspan scope',
  th: 'class colspan rowspan scope',
  time: 'datetime',
  ul: 'class',
};

/** What templates add round about: element → attributes. */
const IN_PAGES: Readonly<Record<string, string>> = {
  html: '',
  head: '',
  body: '',
  title: '',
  meta: 'charset name content property http-equiv',
  link: 'rel href hreflang type title as crossorigin',
  h1: 'class',
  header: 'class',
  footer: 'class',
  main: 'tabindex class',
  nav: 'class aria-label',
  article: 'class',
  section: 'class aria-label aria-labelledby lang hidden',
  aside: 'class aria-label aria-labelledby',
  form: 'class action method role',
  label: 'class for',
  input: 'type name placeholder autocomplete value checked enterkeyhint',
  button: 'type hidden',
  fieldset: 'hidden data-facet',
  legend: '',
  noscript: '',
  template: '',
  script: 'type src',
  a: 'class aria-current aria-hidden hreflang lang tabindex rel data-footnote-backref',
  address: 'class',
  div: 'data-index data-indexes data-texts hidden aria-label',
  span: 'class aria-current aria-hidden',
  p: 'class role hidden',
  ol: 'class',
  dt: '',
  table: 'class',
  th: 'abbr',
  h3: 'class',
  h4: 'class',
  li: 'class',
  dl: 'class',
  ul: 'class',
  time: 'datetime class',
  img: 'fetchpriority',
  picture: '',
  source: 'media srcset sizes width height',
  details: 'class hidden',
  h2: 'class',
  figure: 'class',
  small: 'class',
  strong: 'class',
  search: '',
};

const CLASSES_IN_BODIES =
  /^(?:language-[^ \t\n\f\r]+|table-frame|align-(?:left|center|right)|footnotes|sr-only|dateline|credit|data-footnote-backref|contains-task-list|task-list-item|embed|embed-(?:video|map|post|document|link|title))$/;

const ADDRESS = /^(?:https?:|mailto:|tel:|webcal:)/;

/** What stands in a body's HTML and should not. @param pictures the addresses of the pictures that may be shown */
export function offencesInBody(html: string, pictures: readonly string[] = []): string[] {
  return offencesBelow(parseFragment(html), (element) => {
    const found: string[] = [];
    const allowed = allowedIn([IN_BODIES], element.tagName);
    if (!allowed) return [`<${element.tagName}>`];
    for (const { name, value } of element.attrs) {
      if (!allowed.has(name)) found.push(`${element.tagName}[${name}=${value}]`);
      if (name === 'class' && !value.split(' ').every((word) => CLASSES_IN_BODIES.test(word)))
        found.push(`class ${value}`);
      if (name === 'id' && !/^(?:s-|note-|footnote-label$)/.test(value)) found.push(`id ${value}`);
      if (name === 'href') found.push(...offencesOfAddress(value));
      if (name === 'src' && !pictures.includes(value)) found.push(`src ${value}`);
    }
    if (element.tagName === 'input' && !element.attrs.some(({ name }) => name === 'disabled'))
      found.push('a box that can be ticked');
    return found;
  });
}

/** What stands in a whole page and should not: an element, an attribute, a script that is not ours, an address that runs. */
export function offencesInPage(html: string): string[] {
  return offencesBelow(parse(html, { scriptingEnabled: false }), (element) => {
    const found: string[] = [];
    const allowed = allowedIn([IN_BODIES, IN_PAGES], element.tagName);
    if (!allowed) return [`<${element.tagName}>`];
    for (const { name, value } of element.attrs) {
      if (!allowed.has(name)) found.push(`${element.tagName}[${name}=${value}]`);
      if (['href', 'action'].includes(name)) found.push(...offencesOfAddress(value));
      if (['src', 'srcset'].includes(name) && !/^\/_(?:astro|pictures)\/|^\/maps\/[a-z0-9-]+\.svg$/.test(value))
        found.push(`${name} ${value}`);
      if (name === 'http-equiv' && value.toLowerCase() !== 'content-security-policy') found.push(`http-equiv ${value}`);
    }
    if (element.tagName === 'script' && element.childNodes.length > 0 && !isData(element))
      found.push('a script within the page');
    return found;
  });
}

/** Facts for search engines: JSON that runs nothing. */
function isData(element: Tree.Element): boolean {
  const isJson = element.attrs.map(({ name, value }) => `${name}=${value}`).join() === 'type=application/ld+json';
  const text = element.childNodes.map((node) => ('value' in node ? node.value : '')).join('');
  if (!isJson || /[<>&]/.test(text)) return false;
  JSON.parse(text);
  return true;
}

/** Why an address may not stand in a link. */
function offencesOfAddress(value: string): string[] {
  const url = URL.parse(value, 'https://own.invalid/x/');
  if (!url) return [`address ${value}`];
  if (!ADDRESS.test(url.protocol)) return [`scheme ${value}`];
  return url.username || url.password ? [`credentials ${value}`] : [];
}

function allowedIn(lists: readonly Readonly<Record<string, string>>[], tagName: string): Set<string> | undefined {
  const of = lists.filter((list) => Object.hasOwn(list, tagName)).map((list) => list[tagName] ?? '');
  return of.length > 0 ? new Set([...OF_ANY, ...of.flatMap((names) => names.split(' ').filter(Boolean))]) : undefined;
}

function offencesBelow(root: Tree.ParentNode, judge: (element: Tree.Element) => string[]): string[] {
  const found: string[] = [];
  const waiting: Tree.Node[] = [root];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node.nodeName === '#comment') found.push('a comment');
    if ('tagName' in node) {
      if (node.namespaceURI !== 'http://www.w3.org/1999/xhtml') found.push(`<${node.tagName}> of another language`);
      else found.push(...judge(node));
    }
    if ('content' in node) waiting.push(node.content);
    if ('childNodes' in node) waiting.push(...node.childNodes);
  }
  return found;
}
