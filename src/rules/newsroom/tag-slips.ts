import { distance } from 'fastest-levenshtein';
import type { Article, Newsroom } from '#src/newsroom/newsroom.ts';
import { LOCALES, type Locale } from '#src/schemas/locale.ts';

/** A tag that looks like a misspelling of another. */
export interface TagSlip {
  tag: string;
  meant: string;
  /** Whether a program may correct it: one article uses it, and it is near to one tag only, which has a file. */
  isCertain: boolean;
  /** The first article that has it. */
  article: Article;
}

/** Shorter tags differ by one letter too easily to be a misspelling (“corn”, “cork”). */
const SHORTEST_SUSPECT_TAG = 6;

/** Shorter words differ by two letters too easily (“north”, “south”). */
const SHORTEST_TWO_SLIP_WORD = 9;

/** A tag as an edition uses it. */
interface UsedTag {
  id: string;
  hasFile: boolean;
  uses: number;
  /** The first article that has it. */
  article?: Article;
  /** One bit for each letter in it: see {@link letterBits}. */
  letters: number;
  /** Tags that differ in a number are two on purpose: `elections-2024`, `elections-2027`. */
  digits: string;
}

/**
 * Tags without a file that look like a tag that has one, or like one without a file that is used more often, or as often
 * but earlier. A tag without a file is a word in the language of its articles, so each edition is checked alone: `educacion`
 * is not a misspelling of `education`.
 */
export function tagSlips(newsroom: Newsroom): TagSlip[] {
  const slips = new Map<string, TagSlip>();
  for (const locale of LOCALES) {
    // By length, so that a tag meets only those that can be near; in the order of trust, the one meant before its slip.
    const trusted = new Map<number, UsedTag[]>();
    for (const tag of tagsByTrust(newsroom, locale)) {
      const { id, hasFile, article } = tag;
      if (article && !hasFile && id.length >= SHORTEST_SUSPECT_TAG && !slips.has(id)) {
        const meant = nearest(tag, trusted);
        if (meant)
          slips.set(id, {
            tag: id,
            meant: meant.other.id,
            isCertain: meant.isOnly && meant.other.hasFile && tag.uses === 1,
            article,
          });
      }
      const alike = trusted.get(id.length) ?? [];
      alike.push(tag);
      trusted.set(id.length, alike);
    }
  }
  return [...slips.values()];
}

function tagsByTrust({ tags, articles }: Newsroom, locale: Locale): UsedTag[] {
  const asTag = (id: string, hasFile: boolean): UsedTag => {
    return { id, hasFile, uses: 0, letters: letterBits(id), digits: id.replace(/\D/g, '') };
  };
  const known = new Map(tags.map(({ id }) => [id, asTag(id, true)]));
  for (const article of articles) {
    if (article.locale !== locale) continue;
    for (const id of article.tags) {
      const tag = known.get(id) ?? asTag(id, false);
      tag.uses += 1;
      tag.article ??= article;
      known.set(id, tag);
    }
  }
  return [...known.values()].sort((a, b) => Number(b.hasFile) - Number(a.hasFile) || b.uses - a.uses);
}

/** The tag that was meant: fewest letters away, and of those the one trusted most. */
function nearest(
  tag: UsedTag,
  byLength: ReadonlyMap<number, readonly UsedTag[]>,
): { other: UsedTag; isOnly: boolean } | undefined {
  let best: { other: UsedTag; steps: number; isOnly: boolean } | undefined;
  for (const more of [0, 1, -1, 2, -2]) {
    for (const other of byLength.get(tag.id.length + more) ?? []) {
      // Thousands of tags are millions of pairs: comparing their letters first rules out nearly all of them.
      if (differsTooMuch(tag.letters, other.letters) || tag.digits !== other.digits) continue;
      const steps = slipSteps(tag.id, other.id);
      if (steps === undefined) continue;
      if (!best || steps < best.steps) best = { other, steps, isOnly: true };
      else if (steps === best.steps) best.isOnly = false;
    }
  }
  return best;
}

/** How many typing mistakes make one tag the other, if so few are likely: one, or two in a long word. */
function slipSteps(a: string, b: string): 1 | 2 | undefined {
  const steps = distance(a, b);
  if (steps === 1 || isTransposed(a, b)) return 1;
  // No one mistypes the beginning of a word: “immigration” and “emigration” are two tags.
  if (steps !== 2 || a[0] !== b[0] || Math.min(a.length, b.length) < SHORTEST_TWO_SLIP_WORD) return undefined;
  const [words, others] = [a.split('-'), b.split('-')];
  const isLikely = (word: string, other: string) =>
    Math.min(word.length, other.length) >= SHORTEST_TWO_SLIP_WORD || distance(word, other) < 2;
  return words.length !== others.length || words.every((word, at) => isLikely(word, others[at] ?? '')) ? 2 : undefined;
}

/** Whether two neighbouring letters have changed places. */
function isTransposed(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  const at = [...a].findIndex((letter, index) => letter !== b[index]);
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}

/** The letters of a slug as bits; digits and hyphens share one. A typing mistake changes at most two of them. */
function letterBits(slug: string): number {
  let bits = 0;
  for (const letter of slug) bits |= 1 << (letter >= 'a' ? letter.charCodeAt(0) - 97 : 26);
  return bits;
}

/** Whether two typing mistakes cannot explain how the letters differ. Stopping early matters: this is the most frequent check. */
function differsTooMuch(letters: number, others: number): boolean {
  let count = 0;
  for (let rest = letters ^ others; rest !== 0 && count <= 4; rest &= rest - 1) count += 1;
  return count > 4;
}
