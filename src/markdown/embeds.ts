import { decodeHTMLStrict } from 'entities/decode';
import { defineMdastPlugin } from 'satteri';
import { typeset } from '#src/i18n/format.ts';
import { translator, type MessageKey } from '#src/i18n/translate.ts';
import {
  EMBED_KINDS,
  embedSchemas,
  embedSource,
  isEmbedKind,
  type EmbedFields,
  type EmbedKind,
} from '#src/schemas/embed.ts';
import { explainIssues, suggest } from '#src/schemas/explain.ts';
import type { Locale } from '#src/schemas/locale.ts';
import type { Message } from '#src/schemas/message.ts';
import { showValue } from '#src/schemas/problem.ts';
import { element, type HtmlElement } from './html-tree.ts';
import { writeHtml } from './write-html.ts';

/** What is wrong with an embed, and its offset in the text that was read. */
export interface EmbedFault {
  offset: number;
  value?: string | undefined;
  message: Message;
}

/** An embed that was read; one with faults cannot be shown. */
export type EmbedReading = { kind: EmbedKind; fields: EmbedFields } | { faults: readonly EmbedFault[] };

/** The start of an embed, also one that is nearly right: `:video{`, `:::video[`. */
const MEANT_AS_EMBED = /^:{1,3}[^\S\n]?(\p{L}[\p{L}-]*)[^\S\n]?[{[]/u;

const WHOLE = /^::([a-z]+)\{(.*)\}$/;
const FIELD = /\s*([\w-]+)=(?:"([^"]*)"|'([^']*)')(?=\s|$)/y;

const MESSAGES: Readonly<Record<EmbedKind, MessageKey>> = {
  video: 'embedVideo',
  map: 'embedMap',
  post: 'embedPost',
  document: 'embedDocument',
};

/** Whether a body may contain an embed: cheap enough for a whole archive. */
export function mayHoldEmbed(markdown: string): boolean {
  return /^[ \t>*+-]*:{1,3}[^\S\n]?\p{L}/mu.test(markdown) && /[{[]/.test(markdown);
}

/**
 * Reads a paragraph that is an embed: `::video{url="https://…" title="…" picture="/pictures/name.webp" alt="…"}`.
 *
 * Markdown parsers' own directives are not used: they would take `:30` of “10:30” for one and drop it.
 * @param text the paragraph, as written
 * @returns undefined if it is not meant as an embed
 */
export function readEmbed(text: string): EmbedReading | undefined {
  const [, name = ''] = MEANT_AS_EMBED.exec(text) ?? [];
  if (!name) return undefined;
  if (!isEmbedKind(name)) {
    const meant = suggest(name, EMBED_KINDS);
    // A smiley or a note with colons is just text; `::vidoe{` is not.
    if (!meant && !text.startsWith('::')) return undefined;
    const message: Message = meant
      ? { key: 'bad-embed.kind-near', values: { meant } }
      : { key: 'bad-embed.kind', values: { kinds: EMBED_KINDS.join(', ') } };
    return fault({ offset: 0, value: showValue(name), message });
  }
  const [line = ''] = text.split('\n');
  const [, , inner] = WHOLE.exec(line.trimEnd()) ?? [];
  if (inner === undefined) return fault({ offset: 0, message: { key: 'bad-embed.form' } });
  if (line.length < text.trimEnd().length) return fault({ offset: 0, message: { key: 'bad-embed.other-text' } });
  return readFields(name, inner, line.indexOf('{') + 1);
}

function fault(found: EmbedFault): EmbedReading {
  return { faults: [found] };
}

function readFields(kind: EmbedKind, inner: string, start: number): EmbedReading {
  const fields: Record<string, string> = {};
  const places = new Map<string, number>();
  const end = inner.trimEnd().length;
  FIELD.lastIndex = 0;
  for (let at = 0; at < end; at = FIELD.lastIndex) {
    FIELD.lastIndex = at;
    const [match, name = '', double, single] = FIELD.exec(inner) ?? [];
    const rest = inner.slice(at);
    const place = start + at + rest.length - rest.trimStart().length;
    if (match === undefined) {
      return fault({ offset: place, value: showValue(rest.trim()), message: { key: 'bad-embed.field' } });
    }
    if (places.has(name)) {
      return fault({ offset: place, value: showValue(name), message: { key: 'bad-embed.twice' } });
    }
    places.set(name, place);
    // As everywhere in Markdown, `&amp;` is a way to write a character.
    fields[name] = decodeHTMLStrict(double ?? single ?? '');
  }
  const schema = embedSchemas[kind];
  const result = schema.safeParse(fields);
  if (result.success) return { kind, fields: result.data };
  const known = ['url', 'title', 'picture', 'alt', 'credit'];
  const faults = explainIssues(result.error.issues, fields, known).map(({ field, value, message }) => ({
    offset: places.get(field) ?? 0,
    value: value ?? (field || undefined),
    message,
  }));
  return { faults };
}

/** Turns an embed into a figure: a link with a title and perhaps a picture of the newsroom. Nothing is loaded from elsewhere. */
export const embeds = (locale: Locale) =>
  defineMdastPlugin({
    name: 'embeds',
    options: { position: true },
    paragraph(node, context) {
      const { start, end } = node.position ?? {};
      if (start?.offset === undefined || end?.offset === undefined) return;
      const reading = readEmbed(context.source.slice(start.offset, end.offset));
      // In an article, reading has refused one with faults already; elsewhere it is shown as typed.
      if (!reading || 'faults' in reading) return;
      context.replaceNode(node, { type: 'html', value: writeHtml(figureOf(reading.kind, reading.fields, locale)) });
    },
  });

function figureOf(
  kind: EmbedKind,
  { url, title, picture, alt = '', credit }: EmbedFields,
  locale: Locale,
): HtmlElement {
  const source = translator(locale)(MESSAGES[kind], { source: embedSource(kind, url) ?? '' });
  const image = picture ? [element('img', { src: picture, alt }, [])] : [];
  const words = element('span', { className: ['embed-title'] }, [{ type: 'text', value: typeset(title) }]);
  return element('figure', { className: ['embed', `embed-${kind}`] }, [
    element('a', { className: ['embed-link'], href: url }, [...image, words]),
    { type: 'text', value: '\n' },
    element('figcaption', {}, [
      { type: 'text', value: [source, credit && typeset(credit)].filter(Boolean).join(' · ') },
    ]),
  ]);
}
