/**
 * The allow-list of the sanitiser ({@link file://./sanitise.ts}), and what it does with everything else. Element names and
 * content follow the HTML Living Standard, section 4.
 */

/** What an element may contain: flow content, phrasing content, nothing, its parent's content, or the listed elements. */
type Content = 'flow' | 'phrasing' | 'nothing' | 'as its parent' | readonly string[];

/** The value to write for an attribute's value; true: the name alone; undefined: leave the attribute out. */
export type ValueRule = (value: string) => string | true | undefined;

export interface ElementRule {
  content: Content;
  /** Whether it is a block; other elements are phrasing content. */
  isBlock?: true;
  /** The only parents it may have. */
  parents?: readonly string[];
  /** By the name that hast gives an attribute: `className`, `dateTime`. */
  attributes?: Readonly<Record<string, ValueRule>>;
}

const matching =
  (pattern: RegExp): ValueRule =>
  (value) =>
    pattern.test(value) ? value : undefined;
/** The matching ones of several words. */
const words =
  (pattern: RegExp): ValueRule =>
  (value) =>
    value
      .split(/[ \t\n\f\r]+/)
      .filter((word) => pattern.test(word))
      .join(' ') || undefined;
const anyText: ValueRule = (value) => value;
const present: ValueRule = () => true;
const count = matching(/^[1-9]\d{0,2}$/);
const wholeNumber = matching(/^-?\d{1,9}$/);
const moment = matching(/^[\dTWZPHMSD:.+-]{1,40}$/);
const side = words(/^align-(?:left|center|right)$/);

/** Allowed on every element. The sanitiser decides about ids. */
export const EVERYWHERE: Readonly<Record<string, ValueRule>> = {
  lang: matching(/^[a-z]{2,3}(?:-[a-z\d]{2,8})*$/i),
  dir: matching(/^(?:ltr|rtl|auto)$/),
};

const inLine: ElementRule = { content: 'phrasing' };
const heading: ElementRule = { content: 'phrasing', isBlock: true, attributes: { className: words(/^sr-only$/) } };
const cell: ElementRule = {
  content: 'flow',
  isBlock: true,
  parents: ['tr'],
  attributes: { colSpan: count, rowSpan: count, scope: matching(/^(?:row|col)(?:group)?$/), className: side },
};
const rows: ElementRule = { content: ['tr'], isBlock: true, parents: ['table'] };

/** Every element that is kept, with the attributes that it keeps. */
export const ALLOWED: ReadonlyMap<string, ElementRule> = new Map(
  Object.entries<ElementRule>({
    p: { content: 'phrasing', isBlock: true },
    h2: heading,
    h3: heading,
    h4: heading,
    h5: heading,
    h6: heading,
    pre: { content: 'phrasing', isBlock: true },
    hr: { content: 'nothing', isBlock: true },
    blockquote: { content: 'flow', isBlock: true },
    div: {
      content: 'flow',
      isBlock: true,
      attributes: {
        className: words(/^table-frame$/),
        tabIndex: matching(/^0$/),
        role: matching(/^group$/),
      },
    },
    section: {
      content: 'flow',
      isBlock: true,
      attributes: { className: words(/^footnotes$/), dataFootnotes: present },
    },
    figure: {
      content: 'flow',
      isBlock: true,
      attributes: { className: words(/^embed(?:-(?:video|map|post|document))?$/) },
    },
    figcaption: { content: 'flow', isBlock: true, parents: ['figure'] },
    details: { content: 'flow', isBlock: true, attributes: { open: present } },
    summary: { content: 'phrasing', isBlock: true, parents: ['details'] },
    ul: { content: ['li'], isBlock: true, attributes: { className: words(/^contains-task-list$/) } },
    ol: {
      content: ['li'],
      isBlock: true,
      attributes: {
        start: wholeNumber,
        reversed: present,
        type: matching(/^[1aAiI]$/),
        className: words(/^contains-task-list$/),
      },
    },
    li: {
      content: 'flow',
      isBlock: true,
      parents: ['ul', 'ol'],
      attributes: { value: wholeNumber, className: words(/^task-list-item$/) },
    },
    dl: { content: ['dt', 'dd'], isBlock: true },
    dt: { content: 'phrasing', isBlock: true, parents: ['dl'] },
    dd: { content: 'flow', isBlock: true, parents: ['dl'] },
    table: { content: ['caption', 'thead', 'tbody', 'tfoot'], isBlock: true },
    caption: { content: 'phrasing', isBlock: true, parents: ['table'] },
    thead: rows,
    tbody: rows,
    tfoot: rows,
    tr: { content: ['th', 'td'], isBlock: true, parents: ['thead', 'tbody', 'tfoot'] },
    th: cell,
    td: cell,
    // The sanitiser itself decides about `href`, `rel` and, on pictures, `src` and `srcset`.
    a: {
      content: 'as its parent',
      attributes: {
        title: anyText,
        dataFootnoteRef: present,
        dataFootnoteBackref: present,
        ariaLabel: anyText,
        ariaDescribedBy: matching(/^footnote-label$/),
        className: words(/^(?:data-footnote-backref|embed-link)$/),
      },
    },
    img: {
      content: 'nothing',
      attributes: {
        sizes: anyText,
        width: wholeNumber,
        height: wholeNumber,
        alt: anyText,
        loading: matching(/^lazy$/),
        decoding: matching(/^async$/),
      },
    },
    // Only the checkboxes of a task list: see the sanitiser.
    input: { content: 'nothing', attributes: { type: matching(/^checkbox$/), checked: present, disabled: present } },
    br: { content: 'nothing' },
    wbr: { content: 'nothing' },
    del: { content: 'as its parent', attributes: { dateTime: moment } },
    ins: { content: 'as its parent', attributes: { dateTime: moment } },
    abbr: { content: 'phrasing', attributes: { title: anyText } },
    dfn: { content: 'phrasing', attributes: { title: anyText } },
    code: { content: 'phrasing', attributes: { className: words(/^language-./) } },
    span: { content: 'phrasing', attributes: { className: words(/^(?:credit|dateline|embed-title)$/) } },
    time: { content: 'phrasing', attributes: { dateTime: moment } },
    ...Object.fromEntries(
      [
        'b',
        'bdi',
        'bdo',
        'cite',
        'em',
        'i',
        'kbd',
        'mark',
        'q',
        's',
        'samp',
        'small',
        'strong',
        'sub',
        'sup',
        'u',
        'var',
      ].map((name) => [name, inLine]),
    ),
  }),
);

/** The element that replaces a dangerous one within a line: see {@link file://./raw-html.ts}. */
export const DROPPED_MARK = 'dropped-html';

/**
 * Elements that are removed with their content: scripts, styles, embedded documents and languages, media, forms. Their content
 * is not the article's text, or only says that a browser is too old.
 */
export const DROPPED: ReadonlySet<string> = new Set([
  DROPPED_MARK,
  ...['script', 'style', 'template', 'noscript', 'title', 'xmp', 'plaintext', 'noembed', 'noframes', 'listing'],
  ...['iframe', 'frame', 'frameset', 'object', 'embed', 'applet', 'param', 'portal', 'fencedframe', 'svg', 'math'],
  ...['audio', 'video', 'source', 'track', 'canvas', 'map', 'area'],
  ...['button', 'select', 'option', 'optgroup', 'datalist', 'textarea', 'output', 'progress', 'meter', 'isindex'],
  'keygen',
  ...['base', 'link', 'meta', 'head', 'bgsound', 'basefont', 'command', 'slot'],
]);

/** Blocks that mean no more than `div` in an article: they become one. */
export const AS_DIV: ReadonlySet<string> = new Set([
  ...['address', 'article', 'aside', 'footer', 'header', 'hgroup', 'main', 'nav', 'search'],
  ...['center', 'dialog', 'fieldset', 'form', 'legend', 'menu'],
]);

/** Further elements of HTML, current or obsolete: their tags are removed, their content stays. */
export const UNWRAPPED: ReadonlySet<string> = new Set([
  ...['html', 'body', 'label', 'picture', 'image', 'col', 'colgroup', 'data', 'ruby', 'rb', 'rp', 'rt', 'rtc'],
  ...['acronym', 'big', 'blink', 'dir', 'font', 'marquee', 'multicol', 'nextid', 'nobr', 'spacer', 'strike', 'tt'],
  ...['layer', 'ilayer', 'menuitem'],
]);
