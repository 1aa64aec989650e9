import { z } from 'zod';
import { zodMessage } from './message.ts';
import { bilingualText, instantField, lineOfText, webAddress } from './shared-fields.ts';

/** How urgent a notice is, the most urgent first. */
export const NOTICE_LEVELS = ['urgent', 'caution', 'notice'] as const;
export type NoticeLevel = (typeof NOTICE_LEVELS)[number];

/** What a notice is about. */
export const NOTICE_KINDS = ['port', 'sargassum', 'roads', 'water', 'power', 'weather', 'health', 'other'] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/**
 * What readers must know today: the port is closed, the water is cut. The front pages of both languages show it from `since` until
 * `until`, without anyone editing it; it has no page of its own.
 */
export const noticeSchema = z
  .strictObject({
    text: bilingualText(240),
    level: z.enum(NOTICE_LEVELS, { error: zodMessage('choice', { choices: NOTICE_LEVELS.join(', ') }) }),
    kind: z.enum(NOTICE_KINDS, { error: zodMessage('choice', { choices: NOTICE_KINDS.join(', ') }) }),
    since: instantField,
    until: instantField,
    source: z
      .strictObject({ title: lineOfText(120), url: webAddress }, { error: zodMessage('notice-source') })
      .optional(),
    draft: z.boolean({ error: zodMessage('switch') }).default(false),
  })
  .superRefine(({ since, until }, context) => {
    if (until <= since)
      context.addIssue({ code: 'custom', path: ['until'], input: until, message: zodMessage('notice-ends') });
  });

export type NoticeFields = z.output<typeof noticeSchema>;
