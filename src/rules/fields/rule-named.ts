import type { z } from 'zod';

/** The rule that a schema names with a check of its own (`params: { rule }`). */
export function ruleNamed(issue: z.core.$ZodIssue): unknown {
  return issue.code === 'custom' ? issue.params?.['rule'] : undefined;
}
