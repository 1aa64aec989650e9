import type { Article, Newsroom } from '#src/newsroom/newsroom.ts';
import { suggest } from '#src/schemas/explain.ts';
import { showValue } from '#src/schemas/problem.ts';
import type { NewsroomView } from '../newsroom-view.ts';
import { finding, type FileFinding } from '../rule.ts';

type Ids = Record<'authors' | 'categories' | 'places', ReadonlySet<string>>;

/** What an article names of other files, and where. */
export function namesIn({
  authors,
  categories,
  places,
  dateline,
}: Pick<Article, 'authors' | 'categories' | 'places' | 'dateline'>) {
  const named: { kind: keyof Ids; id: string; path: PropertyKey[] }[] = [];
  authors.forEach((id, index) => named.push({ kind: 'authors', id, path: ['authors', index] }));
  categories.forEach((id, index) => named.push({ kind: 'categories', id, path: ['categories', index] }));
  places.forEach((id, index) => named.push({ kind: 'places', id, path: ['places', index] }));
  if (dateline) named.push({ kind: 'places', id: dateline, path: ['dateline'] });
  return named;
}

/** The names in articles that are not in the collection they must be found in. */
export function danglingNames({ newsroom, unread }: NewsroomView): readonly FileFinding[] {
  const known = knownIds(newsroom);
  return newsroom.articles.flatMap((article) =>
    namesIn(article)
      .filter(({ kind, id }) => !known[kind].has(id) && !unread.has(`${kind}/${id}`))
      .map(({ kind, id, path }) => {
        const meant = suggest(id, [...known[kind]]);
        const values = { folder: kind, file: `${kind}/${id}.yaml` };
        const found = meant ? finding('dangling-name.near', { ...values, meant }) : finding('dangling-name', values);
        return { file: article.file, path, value: showValue(id), ...found };
      }),
  );
}

function knownIds({ authors, categories, places }: Newsroom): Ids {
  return {
    authors: new Set(authors.map(({ id }) => id)),
    categories: new Set(categories.map(({ id }) => id)),
    places: new Set(places.map(({ id }) => id)),
  };
}
