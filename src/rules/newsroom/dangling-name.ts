import type { Article, Newsroom } from '#src/newsroom/newsroom.ts';
import { suggest } from '#src/schemas/explain.ts';
import { showValue } from '#src/schemas/problem.ts';
import type { FileFinding, NewsroomRule } from '../rule.ts';

export const danglingName: NewsroomRule = {
  id: 'dangling-name',
  severity: 'error',
  scope: 'newsroom',
  title: {
    en: 'A name that no author, section or place has',
    es: 'Un nombre que no tiene ningún autor, sección o lugar',
  },
  explanation: {
    en: 'The byline, the section or the map would show nothing, and their links lead nowhere.',
    es: 'La firma, la sección o el mapa no mostrarían nada, y sus enlaces no llevarían a ningún lado.',
  },
  check: ({ newsroom, unread }) => {
    const known = knownIds(newsroom);
    return newsroom.articles.flatMap((article) => danglingNames(article, known, unread));
  },
};

type Ids = Record<'authors' | 'categories' | 'places', ReadonlySet<string>>;

/** What a story names of other files, and where. */
export function namesIn({ authors, categories, places, dateline }: Article) {
  const named: { kind: keyof Ids; id: string; path: PropertyKey[] }[] = [];
  authors.forEach((id, index) => named.push({ kind: 'authors', id, path: ['authors', index] }));
  categories.forEach((id, index) => named.push({ kind: 'categories', id, path: ['categories', index] }));
  places.forEach((id, index) => named.push({ kind: 'places', id, path: ['places', index] }));
  if (dateline) named.push({ kind: 'places', id: dateline, path: ['dateline'] });
  return named;
}

/** The names a story uses that are not in the collection they must be found in. */
function danglingNames(article: Article, known: Ids, unread: ReadonlySet<string>): FileFinding[] {
  return namesIn(article)
    .filter(({ kind, id }) => !known[kind].has(id) && !unread.has(`${kind}/${id}`))
    .map(({ kind, id, path }) => {
      const meant = suggest(id, [...known[kind]]);
      const make = `create ${kind}/${id}.yaml`;
      return {
        file: article.file,
        path,
        value: showValue(id),
        reason: `names nothing in ${kind}/`,
        remedy: meant ? `did you mean “${meant}”? Otherwise ${make}` : make,
      };
    });
}

function knownIds({ authors, categories, places }: Newsroom): Ids {
  return {
    authors: new Set(authors.map(({ id }) => id)),
    categories: new Set(categories.map(({ id }) => id)),
    places: new Set(places.map(({ id }) => id)),
  };
}
