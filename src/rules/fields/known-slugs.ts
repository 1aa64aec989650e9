import type { Newsroom } from '#src/newsroom/newsroom.ts';
import { COLLECTIONS, namingFields, NEEDS_NO_FILE, type Collection } from '#src/schemas/collections.ts';
import { suggest } from '#src/schemas/explain.ts';
import type { ContentProblem } from '../rule.ts';

type Slugs = ReadonlySet<string>;

/**
 * Where a name in another spelling is written instead of a slug (`Política`), the slug that is proposed may be one that the newsroom
 * has, or near to one. Only the newsroom as a whole can tell.
 */
export function withKnownSlugs(problems: readonly ContentProblem[], newsroom: Newsroom): readonly ContentProblem[] {
  const known = new Map<Collection, Slugs>();
  return problems.map((problem) => {
    const { key, values } = problem.message;
    if (key !== 'slug-characters.proposal') return problem;
    const field = problem.field.replace(/\[\d+\]$/, '');
    const collection = COLLECTIONS.find((name) => problem.file.startsWith(`${name}/`));
    const named = collection && namingFields(collection).find((one) => one.field === field)?.names;
    if (!named) return problem;
    const slugs = known.get(named) ?? knownSlugs(named, newsroom);
    known.set(named, slugs);
    const slug = String(values?.['slug']);
    if (slugs.has(slug)) return { ...problem, message: { key: 'slug-characters.known', values: { slug } } };
    const meant = suggest(slug, [...slugs]);
    return meant ? { ...problem, message: { key: 'slug-characters.near', values: { slug, meant } } } : problem;
  });
}

function knownSlugs(collection: Collection, newsroom: Newsroom): Slugs {
  const ids = newsroom[collection].map(({ id }) => id);
  // What needs no file is known by those who name it.
  const bare = NEEDS_NO_FILE.has(collection) ? newsroom.articles.flatMap((article) => article.tags) : [];
  return new Set([...ids, ...bare]);
}
