import { capitalised } from '#src/i18n/capitalised.ts';
import { CITIES, COUNTRIES } from './tables.ts';

/** A word of any language, with what follows its apostrophe: `Italy’s`. */
const WORD = /[\p{L}\p{N}]+(?:['’]\p{L}+)?/gu;

/** Words that keep or take a capital though the article's text may not show it. */
const PROPER = byLowerCase(
  [
    'January February March April June July August September October November December Jan Feb Aug Sept Oct Nov Dec',
    'Monday Tuesday Wednesday Thursday Friday Saturday Sunday',
    'Inc Corp Co Cos Ltd Plc AG SA BV NV CEO GM IBM Reagan Thatcher Congress Senate',
    'U UK US USSR EC UN IMF OPEC GATT USDA SEC FCC EPA CCC GNP CPI ICO ICCO',
    'America American Asian Australian Brazilian Britain British Canadian Chinese Danish Dutch Europe European Finnish',
    'French German Germany Greek Indian Iranian Iraqi Israeli Italian Japanese Korea Korean Mexican Philippine Saudi',
    'Soviet Spanish Swedish Swiss Thai Turkish California Florida Ohio Texas',
  ].flatMap((words) => words.split(' ')),
);

/** Countries and cities: a title may name one that its text does not. */
const PLACE_NAMES = byLowerCase([
  ...[...COUNTRIES.values()].map(({ en }) => en),
  ...CITIES.filter(({ needsState }) => !needsState).flatMap(({ en, spellings }) => [en, ...spellings]),
]);

/** Longer names first, so that “Papua New Guinea” is not taken for “Guinea”. */
const PLACE_NAME = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${[...PLACE_NAMES.keys()]
    .sort((a, b) => b.length - a.length)
    .map((name) => name.replaceAll('.', '\\.'))
    .join('|')})(?![\\p{L}\\p{N}])`,
  'giu',
);

/** Words to which the wire's tables give a capital, and abbreviations that are no initials though they have no vowel. */
const WIRE_WORDS = new Set(
  'net oper qtly mln bln pct dlr dlrs cts qtr qtrs mth mths yr yrs shr shrs vs stg nth tv'.split(' '),
);

/** The word that ends a company's name. */
const COMPANY_FORM = /\b(?:inc|corp|co|cos|ltd|plc)\b/i;

/** Words that stay small within a company's name. */
const JOINING_WORDS = new Set(['a', 'an', 'and', 'at', 'by', 'de', 'for', 'in', 'of', 'on', 'the', 'to']);

/** A title counts as upper case when more than this share of its letters is. */
const UPPER_CASE_SHARE = 0.7;

/**
 * Sets an upper-case title in sentence case. How a word is spelt is learnt from the article's own text, where names have
 * their capitals: `BAHIA COCOA REVIEW` becomes `Bahia cocoa review`. Other titles come back as they are.
 * @param title one line; tickers in angle brackets (`<UTX>`) stay as they are
 * @param paragraphs the article's text
 */
export function sentenceCase(title: string, paragraphs: readonly string[]): string {
  if (!isUpperCase(title)) return title;
  const spellings = spellingsIn(paragraphs);
  let isFirst = true;
  return title.replace(/<[^<>\s]+>|[^<]+|</g, (part) => {
    if (part.length > 2 && part.startsWith('<')) return part;
    const companyEnd = part.search(COMPANY_FORM);
    return part
      .replace(WORD, (word, at: number) => {
        const shown = spell(word, part.charAt(at + word.length), at < companyEnd, spellings);
        const first = isFirst;
        isFirst = false;
        return first ? capitalised(shown) : shown;
      })
      .replace(PLACE_NAME, (name) => PLACE_NAMES.get(name.toLowerCase()) ?? name);
  });
}

/** Whether most of a title's letters, outside tickers, are capitals. */
function isUpperCase(title: string): boolean {
  const letters = title.replace(/<[^<>\s]+>/g, '').replace(/\P{L}/gu, '');
  const capitals = letters.replace(/\P{Lu}/gu, '');
  return letters.length > 0 && capitals.length / letters.length > UPPER_CASE_SHARE;
}

/**
 * @param next the character after the word
 * @param isCompanyName whether the word comes before “Inc” or its like: a name even if the text does not show it
 */
function spell(word: string, next: string, isCompanyName: boolean, spellings: ReadonlyMap<string, string>): string {
  const isInitial = word.length === 1 && next === '.';
  if (isInitial) return word;
  const [, stem = word, ending = ''] = /^(.*?)((?:['’][\p{L}]+)?)$/u.exec(word) ?? [];
  const lower = stem.toLowerCase();
  if (WIRE_WORDS.has(lower)) return lower + ending.toLowerCase();
  const known = spellings.get(lower) ?? PROPER.get(lower);
  if (known !== undefined) return known + ending.toLowerCase();
  const isInitials = /^\p{L}{1,5}$/u.test(stem) && !/[aeiouyáéíóúü]/iu.test(stem);
  const fallback = isCompanyName && !JOINING_WORDS.has(lower) ? capitalised(lower) : lower;
  return (isInitials ? stem : fallback) + ending.toLowerCase();
}

function byLowerCase(names: readonly string[]): ReadonlyMap<string, string> {
  return new Map(names.map((name) => [name.toLowerCase(), name]));
}

/**
 * How a text spells each of its words: the commonest form, by the word in lower case. A capital that opens a sentence
 * proves little: it counts if the word is often seen there and nowhere else, or has another capital within.
 */
function spellingsIn(paragraphs: readonly string[]): Map<string, string> {
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
