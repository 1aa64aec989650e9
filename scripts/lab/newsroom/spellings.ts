/** A word of any language, with what follows its apostrophe: `Italy’s`. */
export const WORD = /[\p{L}\p{N}]+(?:['’]\p{L}+)?/gu;

/**
 * How a text spells each of its words: the commonest form, by the word in lower case. A capital that opens a sentence
 * proves little: it counts where the word is often seen there and nowhere else, or has another capital within.
 */
export function spellingsIn(paragraphs: readonly string[]): Map<string, string> {
  const within = new Map<string, Map<string, number>>();
  const opening = new Map<string, Map<string, number>>();
  for (const paragraph of paragraphs) {
    for (const match of paragraph.matchAll(WORD)) {
      const word = match[0].replace(/['’]\p{L}+$/u, '');
      const opens = /(?:^|[.!?:"(])\s*$/.test(paragraph.slice(Math.max(0, match.index - 4), match.index));
      count(opens ? opening : within, word);
    }
  }
  const spellings = new Map<string, string>();
  for (const [lower, forms] of opening) {
    const [form, uses] = commonest(forms);
    if (uses > 1 || /.\p{Lu}/u.test(form)) spellings.set(lower, form);
  }
  for (const [lower, forms] of within) spellings.set(lower, commonest(forms)[0]);
  return spellings;
}

function count(counts: Map<string, Map<string, number>>, word: string): void {
  const lower = word.toLowerCase();
  const forms = counts.get(lower) ?? new Map<string, number>();
  counts.set(lower, forms.set(word, (forms.get(word) ?? 0) + 1));
}

function commonest(forms: ReadonlyMap<string, number>): [form: string, uses: number] {
  let best: [string, number] = ['', 0];
  for (const entry of forms) if (entry[1] > best[1]) best = entry;
  return best;
}
