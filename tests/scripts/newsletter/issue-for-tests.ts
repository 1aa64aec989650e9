import { UNSUBSCRIBE_MARK, type IssueMail } from '#src/newsletter/issue-mail.ts';

/** A short issue. */
export function makeIssue(overrides: Partial<IssueMail> = {}): IssueMail {
  return {
    id: 'en/2026-11-30-daily',
    kind: 'daily',
    locale: 'en',
    subject: 'The reef has a quiet morning',
    preheader: 'Divers counted fish.',
    html: `<!doctype html><html lang="en"><head><title>Daily</title></head><body><h1>The reef</h1><p>Fish, counted at dawn — ñandú.</p><p><a href="${UNSUBSCRIBE_MARK}">Unsubscribe</a></p></body></html>`,
    text: `THE REEF\n\nFish, counted at dawn — ñandú.\n\nUnsubscribe: ${UNSUBSCRIBE_MARK}\n`,
    webAddress: 'https://www.rivieramayanews.example/newsletter/2026-11-30-daily/',
    ...overrides,
  };
}
