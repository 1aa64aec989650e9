import { z } from 'zod';
import { bilingualText, instantField, lineOfText, webAddress } from './shared-fields.ts';
import { group, mistakeAt, oneOf, switchField } from './shared-shapes.ts';

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
    level: oneOf(NOTICE_LEVELS),
    kind: oneOf(NOTICE_KINDS),
    since: instantField,
    until: instantField,
    source: group('notice-source', { title: lineOfText(120), url: webAddress }).optional(),
    draft: switchField.default(false),
  })
  .superRefine(({ since, until }, context) => {
    if (until <= since) context.addIssue(mistakeAt(['until'], until, 'notice-ends'));
  });

export type NoticeFields = z.output<typeof noticeSchema>;
