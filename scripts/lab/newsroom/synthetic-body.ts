import type { Locale } from '#src/schemas/locale.ts';
import type { Random } from '../random.ts';
import { VOCABULARIES, type SentenceParts } from './synthetic-vocabulary.ts';

/**
 * The Markdown of an invented story: its opening, a few paragraphs, and now and then a subheading, a list, a quotation,
 * a table or a footnote.
 * @param opening the first paragraph
 * @param parts the words for one sentence, with figures of its own
 */
export function syntheticBody(locale: Locale, opening: string, parts: () => SentenceParts, random: Random): string {
  const words = VOCABULARIES[locale];
  let unused: (typeof words.sentences)[number][] = [];
  const sentence = () => {
    // No sentence comes again before all have had their turn.
    if (unused.length === 0) unused = [...words.sentences];
    const write = random.pick(unused);
    unused = unused.filter((other) => other !== write);
    return syntheticSentence(locale, write(parts()));
  };
  const paragraph = () => Array.from({ length: random.whole(2, 4) }, sentence).join(' ');
  const specials: readonly (() => string)[] = [
    () => `## ${random.pick(words.headings)}\n\n${paragraph()}`,
    () => Array.from({ length: random.whole(2, 4) }, () => `- ${sentence()}`).join('\n'),
    () => `> ${words.quotation}`,
    () => tableText(words.tableHeads, random),
    () => `${paragraph()}[^1]\n\n[^1]: ${words.footnote}`,
  ];
  const blocks = [opening, ...Array.from({ length: random.whole(2, 6) }, paragraph)];
  if (random.whole(1, 3) === 1) blocks.splice(random.whole(1, blocks.length), 0, random.pick(specials)());
  return blocks.join('\n\n');
}

function tableText(heads: readonly string[], random: Random): string {
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const rows = Array.from({ length: 4 }, (_, index) => [
    String(index + 1),
    String(random.whole(100, 9000)),
    `${random.whole(1, 9)}.${random.whole(0, 9)}`,
  ]);
  return [row(heads), row(heads.map(() => '---')), ...rows.map(row)].join('\n');
}

/** Puts right what joining words leaves wrong: the first letter, and Spanish articles that merge with “de” and “a”. */
export function syntheticSentence(locale: Locale, words: string): string {
  const text = locale === 'es' ? words.replace(/\bde el\b/g, 'del').replace(/\ba el\b/g, 'al') : words;
  const first = text.search(/\p{L}/u);
  return text.slice(0, first) + text.charAt(first).toUpperCase() + text.slice(first + 1);
}
