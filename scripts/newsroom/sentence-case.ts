/** Words that keep or take a capital though the story's text may not show it. */
const PROPER = new Map(
  [
    ...[
      'January',
      'February',
      'March',
      'April',
      'June',
      'July',
      'August',
      'September',
      'October',
      'November',
      'December',
    ],
    ...[
      'Monday',
      'Tuesday',
      'Wednesday',
      'Thursday',
      'Friday',
      'Saturday',
      'Sunday',
      'Jan',
      'Feb',
      'Aug',
      'Sept',
      'Oct',
      'Nov',
      'Dec',
    ],
    ...['Inc', 'Corp', 'Co', 'Ltd', 'Plc', 'AG', 'SA', 'BV', 'NV', 'Reagan', 'Thatcher', 'Congress', 'Senate'],
    ...[
      'U',
      'UK',
      'US',
      'USSR',
      'EC',
      'UN',
      'IMF',
      'OPEC',
      'GATT',
      'USDA',
      'SEC',
      'FCC',
      'EPA',
      'CCC',
      'GNP',
      'CPI',
      'ICO',
      'ICCO',
    ],
    ...[
      'America',
      'American',
      'Argentina',
      'Australia',
      'Australian',
      'Bolivia',
      'Brazil',
      'Britain',
      'British',
      'Canada',
      'Canadian',
    ],
    ...[
      'Chile',
      'China',
      'Chinese',
      'Colombia',
      'Cuba',
      'Dutch',
      'Ecuador',
      'Egypt',
      'Europe',
      'European',
      'France',
      'French',
    ],
    ...[
      'German',
      'Germany',
      'Greece',
      'India',
      'Indian',
      'Indonesia',
      'Iran',
      'Iraq',
      'Israel',
      'Italian',
      'Italy',
      'Japan',
      'Japanese',
    ],
    ...[
      'Korea',
      'Korean',
      'Kuwait',
      'London',
      'Malaysia',
      'Mexico',
      'Moscow',
      'Nigeria',
      'Norway',
      'Pakistan',
      'Paris',
      'Peru',
      'Philippine',
    ],
    ...[
      'Philippines',
      'Poland',
      'Portugal',
      'Saudi',
      'Singapore',
      'Soviet',
      'Spain',
      'Sweden',
      'Swiss',
      'Taiwan',
      'Thai',
      'Thailand',
    ],
    ...['Texas', 'Tokyo', 'Toronto', 'Turkey', 'Venezuela', 'Yugoslavia', 'Zambia', 'Zimbabwe'],
  ].map((word) => [word.toLowerCase(), word]),
);

/** The wire's abbreviations, which are words and no initials though they have no vowel. */
const WIRE_WORDS = new Set([
  'mln',
  'bln',
  'pct',
  'dlr',
  'dlrs',
  'cts',
  'qtr',
  'qtrs',
  'mth',
  'mths',
  'yr',
  'yrs',
  'shr',
  'shrs',
  'vs',
  'stg',
  'nth',
  'tv',
]);

/** A title counts as upper case when more than this share of its letters is. */
const UPPER_CASE_SHARE = 0.7;

const WORD = /[\p{L}\p{N}]+(?:['’][\p{L}]+)?/gu;

/**
 * Sets an upper-case title in sentence case. How a word is spelt is learnt from the story's own text, where names have
 * their capitals: `BAHIA COCOA REVIEW` becomes `Bahia cocoa review`. Other titles come back as they are.
 * @param title one line; tickers in angle brackets (`<UTX>`) stay as they stand
 * @param paragraphs the story's text
 */
export function sentenceCase(title: string, paragraphs: readonly string[]): string {
  if (!isUpperCase(title)) return title;
  const spellings = spellingsIn(paragraphs);
  let isFirst = true;
  return title.replace(/<[^<>\s]+>|[^<]+|</g, (part) => {
    if (part.length > 2 && part.startsWith('<')) return part;
    return part.replace(WORD, (word, at: number) => {
      const shown = spell(word, part.charAt(at + word.length), spellings);
      const first = isFirst;
      isFirst = false;
      return first ? capitalised(shown) : shown;
    });
  });
}

/** Whether most of a title's letters, outside tickers, are capitals. */
function isUpperCase(title: string): boolean {
  const letters = title.replace(/<[^<>\s]+>/g, '').replace(/\P{L}/gu, '');
  const capitals = letters.replace(/\P{Lu}/gu, '');
  return letters.length > 0 && capitals.length / letters.length > UPPER_CASE_SHARE;
}

function spell(word: string, next: string, spellings: ReadonlyMap<string, string>): string {
  const isInitial = word.length === 1 && next === '.';
  if (isInitial) return word;
  const [, stem = word, ending = ''] = /^(.*?)((?:['’][\p{L}]+)?)$/u.exec(word) ?? [];
  const lower = stem.toLowerCase();
  if (WIRE_WORDS.has(lower)) return lower + ending.toLowerCase();
  const known = spellings.get(lower) ?? PROPER.get(lower);
  if (known !== undefined) return known + ending.toLowerCase();
  const isInitials = /^\p{L}{1,5}$/u.test(stem) && !/[aeiouyáéíóúü]/iu.test(stem);
  return (isInitials ? stem : lower) + ending.toLowerCase();
}

/** How the text spells each word, by the word in lower case. */
function spellingsIn(paragraphs: readonly string[]): Map<string, string> {
  const within = new Map<string, Map<string, number>>();
  const opening = new Map<string, Map<string, number>>();
  for (const paragraph of paragraphs) {
    for (const match of paragraph.matchAll(WORD)) {
      const word = match[0].replace(/['’]\p{L}+$/u, '');
      const opens = /(?:^|[.!?:"(\-–—])\s*$/.test(paragraph.slice(Math.max(0, match.index - 4), match.index));
      count(opens ? opening : within, word);
    }
  }
  const spellings = new Map<string, string>();
  // A capital that opens a sentence proves little: it counts where the word is often seen there and nowhere else.
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

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
