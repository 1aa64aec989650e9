import { ALL_RULES } from '#src/rules/all-rules.ts';
import { suggest } from '#src/schemas/explain.ts';
import type { Locale } from '#src/schemas/locale.ts';
import { UsageError } from '#src/publish/usage-error.ts';

/**
 * What a rule is for, in a few lines.
 * @throws UsageError where there is no such rule
 */
export function explainRule(id: string, language: Locale): string {
  const rule = ALL_RULES.find((candidate) => candidate.id === id);
  if (rule) return `${rule.id} (${rule.severity})\n${rule.title[language]}.\n${rule.explanation[language]}`;
  const meant = suggest(
    id,
    ALL_RULES.map((candidate) => candidate.id),
  );
  throw new UsageError(
    `--explain ${id}: there is no such rule${meant ? `; did you mean “${meant}”?` : '. The README lists them all.'}`,
  );
}
