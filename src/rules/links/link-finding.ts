import { showValue } from '#src/schemas/problem.ts';
import type { FileFinding } from '../rule.ts';
import type { ResolvedLink } from './resolved-links.ts';

/** A finding at a link, where its address is written. */
export function linkFinding(
  { from, link }: Pick<ResolvedLink, 'from' | 'link'>,
  told: Pick<FileFinding, 'reason' | 'remedy'>,
): FileFinding {
  const { line, column } = link;
  return { file: from.file, field: 'body', line, column, value: showValue(link.address), ...told };
}
