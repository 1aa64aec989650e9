import type { NewsletterKind } from '#src/schemas/newsletter.ts';
import type { MessageKey } from './translate.ts';

/** What an issue of each kind is called: “Weekly issue”. */
export const ISSUE_NAMES = {
  daily: 'issueDaily',
  weekly: 'issueWeekly',
  breaking: 'issueBreaking',
} as const satisfies Record<NewsletterKind, MessageKey>;
