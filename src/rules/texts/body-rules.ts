import type { BodyFacts } from '#src/markdown/body-facts.ts';
import { isSafeAddress } from '#src/markdown/safe-addresses.ts';
import { specialSpacesIn } from '#src/markdown/special-spaces.ts';
import { codePoint, FALSE_SPACE } from '#src/schemas/false-space.ts';
import { meantAddress } from '#src/schemas/meant-address.ts';
import { showValue } from '#src/schemas/problem.ts';
import { previewPath } from '../links/preview-address.ts';
import { finding, rule, type Finding, type ReadText, type TextRule } from '../rule.ts';

/** An address as a screen reader spells it out, letter by letter. */
const ADDRESS = /^(?:https?:\/\/|www\.)\S+$/i;

/** Whether an address is that of a link that Markdown did not read: see raw-markdown. */
function isInRawLink({ rawMarks }: BodyFacts, body: string, offset: number): boolean {
  return rawMarks.some(
    ({ key, offset: start }) =>
      /^(?:raw-markdown\.link|lost-markdown\.embed)/.test(key) &&
      start < offset &&
      !body.slice(start, offset).includes('\n'),
  );
}

/** Reports Markdown that became nothing: {@link file://./../../markdown/raw-marks.ts} finds it. */
function rawMarkdownRule(
  id: 'lost-markdown' | 'raw-markdown',
  severity: TextRule['severity'],
  inFields: (text: ReadText) => readonly Finding[] = () => [],
): TextRule {
  return rule(id, severity, (text) => [
    ...inFields(text),
    ...text.facts.rawMarks
      .filter(({ key }) => key.startsWith(`${id}.`))
      .map(({ key, offset, written, values }) => ({ offset, value: showValue(written), ...finding(key, values) })),
  ]);
}

/** A link, a heading, or words in bold: no one writes these signs in plain text for themselves. */
const MARKDOWN_IN_FIELD =
  /^#{1,6} (?=\p{L})|!?\[[^\]\n]+\]\((?:https?:|mailto:|[/.#])[^)\n]*\)|(?<![\p{L}\p{N}])(\*\*|__)(?=[\p{L}\p{N}¿¡])[^*_\n]*[\p{L}\p{N}.!?]\1/u;

/** Tags with which texts are laid out; `<your name>` is none. */
const TAGS =
  '(a|b|big|br|center|cite|code|del|div|em|font|h[1-6]|i|img|ins|mark|p|q|s|small|span|strike|strong|sub|sup|u)(?:\\s[^<>\\n]*)?';

/** In capitals, `<S>` may be a company's sign at a stock exchange, unless it is closed. */
const HTML_IN_FIELD = [new RegExp(`</?${TAGS}/?>`), new RegExp(`<${TAGS}>(?=.*</\\1\\s*>)`, 'i')];

/** Markdown in fields, which are plain text. */
function markdownInFields({ title, description, article }: ReadText): Finding[] {
  const fields: readonly (readonly [path: readonly PropertyKey[], text: string | undefined])[] = [
    [['title'], title],
    [['description'], description],
    [['picture', 'caption'], article?.picture?.caption],
    [['picture', 'credit'], article?.picture?.credit],
    [['withdrawn', 'reason'], article?.withdrawn?.reason],
    ...(article?.corrections ?? []).map(({ text }, index) => [['corrections', index, 'text'], text] as const),
    ...(article?.sources ?? []).map((source, index) => [['sources', index, 'title'], source.title] as const),
  ];
  return fields.flatMap(([path, text = '']) => {
    const [mark] = MARKDOWN_IN_FIELD.exec(text) ?? [];
    if (mark !== undefined) return [{ path, value: showValue(text), ...finding('raw-markdown.field', { mark }) }];
    const [tag] = HTML_IN_FIELD.map((pattern) => pattern.exec(text)?.[0]).filter((found) => found !== undefined);
    return tag === undefined ? [] : [{ path, value: showValue(text), ...finding('raw-markdown.field-html', { tag }) }];
  });
}

/** Whether there is anything in an address but its beginning. */
const leadsAnywhere = (address: string) => address !== '' && !/^(?:mailto|tel):\s*$/i.test(address);

/** An address that readers do not get, or whose host cannot be one. */
function wrongAddress(address: string): Pick<Finding, 'message'> | undefined {
  // See dead-link.
  if (/^https?:/i.test(address) && !URL.canParse(address)) return undefined;
  if (!isSafeAddress(address.replace(/ /g, '%20'))) {
    const meant = meantAddress(address);
    return meant === undefined ? finding('unsafe-address') : finding('unsafe-address.near', { meant });
  }
  const { protocol, hostname } = URL.parse(address, 'https://own.invalid/') ?? {};
  if (!/^https?:$/.test(protocol ?? '') || previewPath(address) !== undefined) return undefined;
  return isPossibleHost(hostname ?? '') ? undefined : finding('unsafe-address.host', { host: hostname ?? '' });
}

/** Letters, digits, hyphens and underscores in parts with dots between them, at least two; or an IPv6 address. */
function isPossibleHost(host: string): boolean {
  return host.startsWith('[') || /^(?:[\w-]+\.)+[\w-]+\.?$/.test(host);
}

/** What is wrong with headings, links, embeds and HTML in a body. */
export const BODY_RULES: readonly TextRule[] = [
  rule('heading-skip', 'warning', ({ facts }) =>
    facts.headings.flatMap(({ level, offset }, index) => {
      const before = facts.headings[index - 1]?.level ?? 1;
      if (level <= before + 1) return [];
      return [{ offset, value: '#'.repeat(level), ...finding('heading-skip', { marks: '#'.repeat(before + 1) }) }];
    }),
  ),
  rule('false-space-in-text', 'warning', ({ body }) =>
    specialSpacesIn(body).map(({ start, end, mark }) => {
      const offset = start + Math.max(0, body.slice(start, end).search(FALSE_SPACE));
      const value = FALSE_SPACE.test(body.charAt(offset)) ? codePoint(body.charAt(offset)) : '&nbsp;';
      const found = mark ? finding('false-space-in-text.mark', { mark }) : finding('false-space-in-text.line');
      return { offset, value, ...found };
    }),
  ),
  rule('bare-address', 'warning', ({ facts, body }) =>
    facts.links
      .filter(({ text, offset }) => ADDRESS.test(text) && !isInRawLink(facts, body, offset))
      .map(({ text, offset }) => ({ offset, value: showValue(text), ...finding('bare-address') })),
  ),
  rule('empty-link', 'error', ({ facts }) =>
    facts.links
      .filter(({ address, text, hasPicture }) => !leadsAnywhere(address) || !(text || hasPicture))
      .map(({ address, offset }) => ({
        offset,
        ...finding(leadsAnywhere(address) ? 'empty-link.words' : 'empty-link.address'),
      })),
  ),
  rule('unsafe-address', 'warning', ({ facts }) =>
    facts.links.flatMap(({ address, addressOffset }) => {
      const found = address ? wrongAddress(address) : undefined;
      return found ? [{ offset: addressOffset, value: showValue(address), ...found }] : [];
    }),
  ),
  rawMarkdownRule('lost-markdown', 'error'),
  rawMarkdownRule('raw-markdown', 'warning', markdownInFields),
  rule('bad-embed', 'error', ({ facts }) => facts.embedFaults),
  rule(
    // Each kind of element is reported once, where it is first written.
    'lost-html',
    'warning',
    ({ facts }) =>
      facts.lostTags
        .filter(({ name }, index, all) => all.findIndex((other) => other.name === name) === index)
        .map(({ name, offset }) => ({ offset, ...finding('lost-html', { element: name }) })),
  ),
];
