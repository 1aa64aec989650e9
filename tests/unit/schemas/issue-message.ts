import type { z } from 'zod';
import { messageOf } from '#src/schemas/message.ts';

/** The key of an issue's message, and its values: `too-long 140`. */
export function issueMessage(issue: z.core.$ZodIssue): string {
  const { key, values = {} } = messageOf(issue);
  return [key, ...Object.values(values)].join(' ');
}

/** `field: message` of everything that is wrong with a value. */
export const faultsIn = (schema: z.ZodType, value: unknown): string[] =>
  (schema.safeParse(value).error?.issues ?? []).map((issue) => `${issue.path.join('.')}: ${issueMessage(issue)}`);
