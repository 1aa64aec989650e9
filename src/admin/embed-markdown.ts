import { EMBED_KINDS } from '#src/schemas/embed.ts';

/** An embed on a line of its own: `::video{url="https://…" title="…"}`. */
export const EMBED_LINE = new RegExp(`^::(?<kind>${EMBED_KINDS.join('|')})\\{(?<attributes>.*)\\}$`, 'm');

/** The attributes, in the order in which they are written. */
const ATTRIBUTES = ['url', 'title', 'picture', 'alt', 'credit'] as const;

/** The attributes of an embed's line, by name. */
export function embedFields(attributes: string): Record<string, string> {
  const found = attributes.matchAll(/([\w-]+)=(?:"([^"]*)"|'([^']*)')/g);
  return Object.fromEntries([...found].map(([, name = '', double, single]) => [name, decoded(double ?? single ?? '')]));
}

/** The line of an embed. */
export function embedLine({ kind = EMBED_KINDS[0], ...fields }: Readonly<Record<string, string>>): string {
  const written = ATTRIBUTES.flatMap((name) => (fields[name] ? [`${name}="${encoded(fields[name])}"`] : []));
  return `::${kind}{${written.join(' ')}}`;
}

const encoded = (text: string) => text.replace(/&(?=\w+;)/g, '&amp;').replaceAll('"', '&quot;');
const decoded = (text: string) => text.replaceAll('&quot;', '"').replaceAll('&amp;', '&');
