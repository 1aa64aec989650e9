import type { Newsroom } from '#src/newsroom/newsroom.ts';
import { suggest } from '#src/schemas/explain.ts';
import type { ContentProblem } from '../rule.ts';

type Slugs = ReadonlySet<string>;

/**
 * Where a name in another spelling is written instead of a slug (`Política`), the slug that is proposed may be one that the newsroom
 * has, or near to one. Only the newsroom as a whole can tell.
 */
export function withKnownSlugs(problems: readonly ContentProblem[], newsroom: Newsroom): readonly ContentProblem[] {
  let known: Readonly<Record<string, Slugs>> | undefined;
  return problems.map((problem) => {
    const { key, values } = problem.message;
    if (key !== 'slug-characters.proposal' || !problem.file.startsWith('articles/')) return problem;
    const slugs = (known ??= knownSlugs(newsroom))[problem.field.replace(/\[\d+\]$/, '')];
    const slug = String(values?.['slug']);
    if (slugs?.has(slug)) return { ...problem, message: { key: 'slug-characters.known', values: { slug } } };
    const meant = slugs && suggest(slug, [...slugs]);
    return meant ? { ...problem, message: { key: 'slug-characters.near', values: { slug, meant } } } : problem;
  });
}

function knownSlugs({ authors, categories, tags, places, articles }: Newsroom): Readonly<Record<string, Slugs>> {
  const ids = (entries: readonly { id: string }[]) => entries.map(({ id }) => id);
  const ofPlaces = new Set(ids(places));
  return {
    authors: new Set(ids(authors)),
    categories: new Set(ids(categories)),
    // A tag needs no file.
    tags: new Set([...ids(tags), ...articles.flatMap((article) => article.tags)]),
    places: ofPlaces,
    dateline: ofPlaces,
  };
}
