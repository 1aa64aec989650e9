import type { Newsroom } from '#src/newsroom/newsroom.ts';
import { UsageError } from '#src/publish/usage-error.ts';
import type { Collection } from '#src/schemas/collections.ts';
import { suggest } from '#src/schemas/explain.ts';

/** @throws UsageError if the newsroom has no such file */
export function requireKnown(option: string, id: string, kind: Collection, newsroom: Newsroom): void {
  const ids = newsroom[kind].map((one) => one.id);
  if (ids.includes(id)) return;
  const hint = suggestion(id, ids) || `. There are ${ids.join(', ') || 'none'}`;
  throw new UsageError(`--${option} ${id}: there is no such file in ${kind}/${hint}`);
}

/** “; did you mean …?”, or nothing. */
export function suggestion(given: string, known: readonly string[]): string {
  const meant = suggest(given, known);
  return meant ? `; did you mean “${meant}”?` : '';
}
