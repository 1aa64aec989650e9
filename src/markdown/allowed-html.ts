/**
 * What a body may be made of: the allow-list of the sanitiser ({@link file://./sanitise.ts}), and what it does with all else.
 * Element names and content follow the HTML Living Standard, section 4.
 */

/** What an element may hold: blocks and words, words alone, nothing, what its place allows, or only certain elements. */
type Content = 'blocks' | 'words' | 'nothing' | 'as its place' | readonly string[];

/** Says of an attribute's value what is written; true: its name alone; undefined: the attribute is left out. */
export type ValueRule = (value: string) => string | true | undefined;

export interface ElementRule {
  content: Content;
  /** Whether it stands among blocks; else it stands in a line. */
  isBlock?: true;
  /** Where alone it may stand. */
  within?: readonly string[];
  /** By the name that hast gives an attribute. */
  attributes?: Readonly<Record<string, ValueRule>>;
}

const matching =
  (pattern: RegExp): ValueRule =>
  (value) =>
    pattern.test(value) ? value : undefined;
/** Of several words, those that match. */
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

/** Of every element. Ids are judged by the sanitiser. */
export const EVERYWHERE: Readonly<Record<string, ValueRule>> = {
  lang: matching(/^[a-z]{2,3}(?:-[a-z\d]{2,8})*$/i),
  dir: matching(/^(?:ltr|rtl|auto)$/),
};

const inLine: ElementRule = { content: 'words' };
const heading: ElementRule = { content: 'words', isBlock: true, attributes: { className: words(/^sr-only$/) } };
const cell: ElementRule = {
  content: 'blocks',
  isBlock: true,
  within: ['tr'],
  attributes: { colSpan: count, rowSpan: count, scope: matching(/^(?:row|col)(?:group)?$/), className: side },
};
const rows: ElementRule = { content: ['tr'], isBlock: true, within: ['table'] };

/** Every element that may leave. What a rule does not name is not written. */
export const ALLOWED: ReadonlyMap<string, ElementRule> = new Map(
  Object.entries<ElementRule>({
    p: { content: 'words', isBlock: true },
    h2: heading,
    h3: heading,
    h4: heading,
    h5: heading,
    h6: heading,
    pre: { content: 'words', isBlock: true },
    hr: { content: 'nothing', isBlock: true },
    blockquote: { content: 'blocks', isBlock: true },
    div: {
      content: 'blocks',
      isBlock: true,
      attributes: {
        className: words(/^table-frame$/),
        tabIndex: matching(/^0$/),
        role: matching(/^group$/),
      },
    },
    section: {
      content: 'blocks',
      isBlock: true,
      attributes: { className: words(/^footnotes$/), dataFootnotes: present },
    },
    figure: {
      content: 'blocks',
      isBlock: true,
      attributes: { className: words(/^embed(?:-(?:video|map|post|document))?$/) },
    },
    figcaption: { content: 'blocks', isBlock: true, within: ['figure'] },
    details: { content: 'blocks', isBlock: true, attributes: { open: present } },
    summary: { content: 'words', isBlock: true, within: ['details'] },
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
      content: 'blocks',
      isBlock: true,
      within: ['ul', 'ol'],
      attributes: { value: wholeNumber, className: words(/^task-list-item$/) },
    },
    dl: { content: ['dt', 'dd'], isBlock: true },
    dt: { content: 'words', isBlock: true, within: ['dl'] },
    dd: { content: 'blocks', isBlock: true, within: ['dl'] },
    table: { content: ['caption', 'thead', 'tbody', 'tfoot'], isBlock: true },
    caption: { content: 'words', isBlock: true, within: ['table'] },
    thead: rows,
    tbody: rows,
    tfoot: rows,
    tr: { content: ['th', 'td'], isBlock: true, within: ['thead', 'tbody', 'tfoot'] },
    th: cell,
    td: cell,
    // `href`, `rel` and, of pictures, `src` and `srcset` are the sanitiser's own.
    a: {
      content: 'as its place',
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
    // The boxes of a task list, and no others: see the sanitiser.
    input: { content: 'nothing', attributes: { type: matching(/^checkbox$/), checked: present, disabled: present } },
    br: { content: 'nothing' },
    wbr: { content: 'nothing' },
    del: { content: 'as its place', attributes: { dateTime: moment } },
    ins: { content: 'as its place', attributes: { dateTime: moment } },
    abbr: { content: 'words', attributes: { title: anyText } },
    dfn: { content: 'words', attributes: { title: anyText } },
    code: { content: 'words', attributes: { className: words(/^language-./) } },
    span: { content: 'words', attributes: { className: words(/^(?:dateline|embed-title)$/) } },
    time: { content: 'words', attributes: { dateTime: moment } },
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

/** What stands in for a dangerous element between the two ends of a line: see {@link file://./raw-html.ts}. */
export const DROPPED_MARK = 'dropped-html';

/**
 * Elements that leave with all they hold: what runs or styles, what brings other documents or languages, and forms. Their
 * content is no text of the story; of those that play, show or embed it says that a browser is too old.
 */
export const DROPPED: ReadonlySet<string> = new Set([
  DROPPED_MARK,
  ...['script', 'style', 'template', 'noscript', 'title', 'xmp', 'plaintext', 'noembed', 'noframes', 'listing'],
  ...['iframe', 'frame', 'frameset', 'object', 'embed', 'applet', 'param', 'portal', 'fencedframe', 'svg', 'math'],
  ...['audio', 'video', 'source', 'track', 'canvas', 'map', 'area'],
  ...[
    'button',
    'select',
    'option',
    'optgroup',
    'datalist',
    'textarea',
    'output',
    'progress',
    'meter',
    'isindex',
    'keygen',
  ],
  ...['base', 'link', 'meta', 'head', 'bgsound', 'basefont', 'command', 'slot'],
]);

/** Elements that part a text into blocks and say no more than `div` to readers: that is what they become. */
export const AS_DIV: ReadonlySet<string> = new Set([
  ...['address', 'article', 'aside', 'footer', 'header', 'hgroup', 'main', 'nav', 'search'],
  ...['center', 'dialog', 'fieldset', 'form', 'legend', 'menu'],
]);

/** Further elements of HTML, now or once: their tags leave, and their words stay. */
export const UNWRAPPED: ReadonlySet<string> = new Set([
  ...['html', 'body', 'label', 'picture', 'image', 'col', 'colgroup', 'data', 'ruby', 'rb', 'rp', 'rt', 'rtc'],
  ...['acronym', 'big', 'blink', 'dir', 'font', 'marquee', 'multicol', 'nextid', 'nobr', 'spacer', 'strike', 'tt'],
  ...['layer', 'ilayer', 'menuitem'],
]);
