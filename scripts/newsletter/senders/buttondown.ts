import { createHash } from 'node:crypto';
import type { NewsletterProvider } from '#src/schemas/newsletter-settings.ts';
import { apiKey, askApi } from './campaign-api.ts';
import { filledIn, spaced, type Placeholders } from './placeholders.ts';
import type { CampaignSender } from './sender.ts';

type Settings = Extract<NewsletterProvider, { kind: 'buttondown' }>;

const KEY = 'BUTTONDOWN_API_KEY';

/** @see docs.buttondown.com/templating */
const PLACES: Placeholders = { unsubscribe: '{{ unsubscribe_url }}', openings: ['{{', '{%', '{#'], inText: spaced };

/**
 * Makes an email at Buttondown, for the subscribers with the edition's tag. Its own idempotency key keeps a repeated call from making
 * a second one.
 * @see docs.buttondown.com/api-emails-create
 * @see docs.buttondown.com/api-idempotency-keys
 */
export function buttondownSender({ lists }: Settings, base = 'https://api.buttondown.com/v1'): CampaignSender {
  const api = { service: 'Buttondown', base, authorization: `Token ${apiKey('Buttondown', KEY)}`, keySetting: KEY };
  return {
    async publish(issue, at) {
      const { subject, preheader, html } = filledIn(issue, PLACES);
      const state = at ? { status: 'scheduled', publish_date: at.toISOString() } : { status: 'draft' };
      const tag = lists[issue.locale]?.[issue.kind];
      const body = {
        subject,
        description: preheader,
        canonical_url: issue.webAddress,
        slug: issue.id.replace(/[^\w-]/g, '-'),
        // “Naked”: the HTML as it is. The readable copy is on the paper's own site.
        body: `<!-- buttondown-editor-mode: naked -->\n${html}`,
        template: 'naked',
        archival_mode: 'disabled',
        filters: {
          filters: [{ field: 'subscriber.tags', operator: 'contains', value: tag }],
          groups: [],
          predicate: 'and',
        },
        ...state,
      };
      const number = createHash('sha256').update(`${issue.id} ${state.status}`).digest('hex');
      const made = (await askApi(api, {
        method: 'POST',
        path: '/emails',
        body,
        headers: { 'X-Idempotency-Key': number },
      })) as { id?: unknown };
      return { id: String(made.id), isOld: false };
    },
  };
}
