import { ALL_RULES } from '#src/rules/all-rules.ts';
import { suggest } from '#src/schemas/explain.ts';
import type { Locale } from '#src/schemas/locale.ts';
import { ruleText } from '#src/schemas/message.ts';
import { UsageError } from '#src/publish/usage-error.ts';
import { RULES_FILE } from './rules-table.ts';

/**
 * What a rule is for, in a few lines.
 * @throws UsageError if there is no such rule
 */
export function explainRule(id: string, locale: Locale): string {
  const rule = ALL_RULES.find((candidate) => candidate.id === id);
  if (rule) {
    const { title, explanation } = ruleText(rule.id, locale);
    return `${rule.id} (${rule.severity})\n${title}.\n${explanation}`;
  }
  const meant = suggest(
    id,
    ALL_RULES.map((candidate) => candidate.id),
  );
  const advice = meant ? `; did you mean “${meant}”?` : `. ${RULES_FILE} lists them all.`;
  throw new UsageError(`--explain ${id}: there is no such rule${advice}`);
}
