import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The form's words of its own, and what its editors call the same things: `src/i18n/form/program.*.json`, by their key. */
interface Words {
  [key: string]: string | Words;
}

const read = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as Words;
const ours = (language: 'en' | 'es') =>
  Object.entries(read(join('src', 'i18n', 'form', `program.${language}.json`)) as Record<string, string>);

/** Where the CMS has its words; English is in its program too. */
const CATALOGUES = join('node_modules', '@sveltia', 'cms', 'locales');

/** The word at a path of a catalogue. @throws Error if there is none, as in a new version that calls it something else */
function wordAt(words: Words, path: string): string {
  const found = path
    .split('.')
    .reduce<string | Words | undefined>((at, key) => (typeof at === 'object' ? at[key] : undefined), words);
  if (typeof found !== 'string')
    throw new Error(`@sveltia/cms has no words “${path}” any more: see src/i18n/form/program.en.json`);
  return found;
}

/** The program of the CMS with our English words. */
export function withEnglishWords(program: string): string {
  const english = read(join(CATALOGUES, 'en-US.json'));
  return ours('en').reduce((code, [path, words]) => {
    const [key = ''] = path.split('.').slice(-1);
    const old = `${key}:${inBackticks(wordAt(english, path))}`;
    // Two of them may be the same.
    if (!program.includes(old)) throw new Error(`@sveltia/cms does not hold the English words “${path}” any more`);
    return code.replaceAll(old, () => `${key}:${inBackticks(words)}`);
  }, program);
}

const inBackticks = (words: string) => `\`${words.replace(/[`\\]|\$(?=\{)/g, '\\$&')}\``;

/** How the CMS says “tú” to editors, and how this desk speaks to them: `src/i18n/form/usted.es.json`. */
const FORMAL = read(join('src', 'i18n', 'form', 'usted.es.json')) as Readonly<Record<string, string>>;

/** The longest first: what follows a word can decide what it means. */
const INFORMAL = new RegExp(
  `(?<!\\p{L})(?:${Object.keys(FORMAL)
    .sort((one, other) => other.length - one.length)
    .join('|')})(?!\\p{L})`,
  'giu',
);

/** A text that says “usted”. */
function formal(text: string): string {
  return text.replace(INFORMAL, (found) => {
    const word = FORMAL[found.toLowerCase()] ?? found;
    return found.charAt(0) === found.charAt(0).toLowerCase() ? word : word.charAt(0).toUpperCase() + word.slice(1);
  });
}

/** Its Spanish catalogue with our words, in the form of address of this desk; it lacks some of its own. */
export function withSpanishWords(catalogue: string): string {
  const words = JSON.parse(catalogue, (_, value: unknown) =>
    typeof value === 'string' ? formal(value) : value,
  ) as Words;
  for (const [path, own] of ours('es')) {
    const keys = path.split('.');
    const last = keys.pop() ?? '';
    const at = keys.reduce<Words>((above, key) => (above[key] ??= {}) as Words, words);
    at[last] = own;
  }
  return JSON.stringify(words);
}
