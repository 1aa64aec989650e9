import { fileOf, type Article, type Event, type Newsroom, type Page } from '#src/newsroom/newsroom.ts';
import { DATA_COLLECTIONS } from '#src/schemas/collections.ts';
import { LOCALES } from '#src/schemas/locale.ts';
import { showValue } from '#src/schemas/problem.ts';
import { finding, type FileFinding } from '../rule.ts';

/** Where something of one text is the same in its translation. */
type Same = Pick<FileFinding, 'path' | 'field' | 'value'>;

type Text = Article | Event | Page;

/**
 * Texts with the words of the text that is to be their translation: somebody began one, and published it too early. Which of the two it
 * is, no date says: it is named at both. A draft may have them. In files that hold both languages, what is a sentence and the same in both.
 */
export function untranslated(newsroom: Newsroom): readonly FileFinding[] {
  const { articles, events, pages } = newsroom;
  const pairs = [articles, events, pages].flatMap((texts: readonly Text[]) =>
    [...pairsOf(texts)]
      .filter((pair) => !pair.some(isDraft))
      .flatMap(([one, other]) => [...named(one, other), ...named(other, one)]),
  );
  return [...pairs, ...DATA_COLLECTIONS.flatMap((collection) => sameInBoth(newsroom, collection))];
}

const isDraft = (entry: object) => 'draft' in entry && entry.draft === true;

/** Names, titles and offices may be the same in both languages: “Universidad del Caribe”, “Director General de Turismo”. */
const MAY_BE_THE_SAME: ReadonlySet<string> = new Set(['name', 'title', 'slug', 'role']);

/** A text of fewer words may be a name, whatever its field. */
const FEWEST_WORDS = 4;

function sameInBoth(newsroom: Newsroom, collection: (typeof DATA_COLLECTIONS)[number]): FileFinding[] {
  if (LOCALES.length < 2) return [];
  return newsroom[collection]
    .filter((entry) => !isDraft(entry))
    .flatMap((entry) =>
      Object.entries(entry)
        .filter(([field, value]) => !MAY_BE_THE_SAME.has(field) && isOneSentence(value))
        .map(([field, value]) => ({
          file: fileOf(collection, entry),
          path: [field, 'es'],
          value: showValue((value as Bilingual).es),
          ...finding('untranslated.own'),
        })),
    );
}

/** A text in both languages. */
interface Bilingual {
  en: string;
  es: string;
}

function isOneSentence(value: unknown): value is Bilingual {
  if (typeof value !== 'object' || value === null || !('en' in value && 'es' in value)) return false;
  return typeof value.en === 'string' && value.en === value.es && value.en.split(/\s+/).length >= FEWEST_WORDS;
}

function named(text: Text, other: Text): FileFinding[] {
  const found = finding('untranslated', { file: other.file });
  return sameIn(text, other).map((same) => ({ file: text.file, ...same, ...found }));
}

/** The texts that have the same key, two by two. */
function* pairsOf(texts: readonly Text[]): Generator<readonly [Text, Text]> {
  const byKey = new Map<string, Text>();
  for (const text of texts) {
    const { translationKey: key, locale } = text;
    if (key === undefined) continue;
    const other = byKey.get(key);
    if (other && other.locale !== locale) yield [other, text];
    else byKey.set(key, text);
  }
}

/** A headline may be the same in both languages if nothing else is: a name, a figure. */
function sameIn({ title, description, bodyDigest }: Text, other: Text): Same[] {
  const isSameDescription = description !== '' && description === other.description;
  const isSameBody = bodyDigest !== '' && bodyDigest === other.bodyDigest;
  if (!isSameDescription && !isSameBody) return [];
  return [
    ...(title === other.title ? [{ path: ['title'], value: showValue(title) }] : []),
    ...(isSameDescription ? [{ path: ['description'], value: showValue(description) }] : []),
    ...(isSameBody ? [{ field: 'body' }] : []),
  ];
}
