import type { EventKind } from '#src/newsroom/newsroom.ts';
import { wordsOf } from './incoming-place.ts';

/** The most kinds that an event may have. */
const MOST_KINDS = 3;

/** The paper's kinds of event that a calendar's categories name, by title or slug in either language; otherwise by a word of theirs. */
export function incomingKinds(categories: readonly string[], kinds: readonly EventKind[]): string[] {
  const named = new Set(categories.map(wordsOf));
  const exact = kinds.filter((kind) => namesOf(kind).some((name) => named.has(wordsOf(name))));
  if (exact.length > 0) return exact.map(({ id }) => id).slice(0, MOST_KINDS);
  const [meant] = kindsMeant(categories.join(' '), kinds);
  return meant === undefined ? [] : [meant];
}

/**
 * The kinds that a text probably means, the most probable first: those whose names or description have a word of it that no other kind
 * has, such as “cabildo” or “carnavales”.
 */
export function kindsMeant(text: string, kinds: readonly EventKind[]): string[] {
  const owners = new Map<string, Set<string>>();
  for (const kind of kinds)
    for (const stem of stemsOf([...namesOf(kind), ...Object.values(kind.description ?? {})].join(' ')))
      owners.set(stem, (owners.get(stem) ?? new Set()).add(kind.id));
  const hits = stemsOf(text).flatMap((stem) => {
    const [owner, ...others] = owners.get(stem) ?? [];
    return owner !== undefined && others.length === 0 ? [owner] : [];
  });
  const counts = Map.groupBy(hits, (id) => id);
  return [...counts].sort(([, a], [, b]) => b.length - a.length).map(([id]) => id);
}

const namesOf = ({ id, title, slug }: EventKind): string[] => [
  id,
  ...Object.values(title),
  ...Object.values(slug ?? {}),
];

/** Longer words without the ending of a plural, each once: “deporte” and “deportes” are one. */
function stemsOf(text: string): string[] {
  const words = wordsOf(text)
    .split(' ')
    .filter((word) => word.length >= 5);
  return [...new Set(words.map((word) => word.replace(/(?:es|s|e)$/, '')))];
}
