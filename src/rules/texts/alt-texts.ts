import { showValue } from '#src/schemas/problem.ts';
import type { Finding, ReadText } from '../rule.ts';

/** Words without what case, accents and punctuation add to them. */
export function plainWords(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/**
 * The alt texts of a file that repeat something, at the place where they are written.
 * @param repeats whether an alt repeats it
 */
export function repeatedAlts(
  { picture, facts }: Pick<ReadText, 'picture' | 'facts'>,
  repeats: (alt: string, src: string) => boolean,
  told: Pick<Finding, 'reason' | 'remedy'>,
): Finding[] {
  const lead = picture && repeats(picture.alt, picture.src) ? [{ path: ['picture', 'alt'], alt: picture.alt }] : [];
  const shown = facts.pictures.filter(({ alt, path }) => alt && repeats(alt, path));
  return [...lead, ...shown.map(({ alt, offset }) => ({ offset, alt }))].map(({ alt, ...place }) => ({
    ...place,
    value: showValue(alt),
    ...told,
  }));
}
