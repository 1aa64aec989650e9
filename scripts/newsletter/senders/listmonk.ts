import type { NewsletterProvider } from '#src/schemas/newsletter-settings.ts';
import { apiKey, askApi, type Api } from './campaign-api.ts';
import { filledIn, type Placeholders } from './placeholders.ts';
import type { CampaignSender } from './sender.ts';

type Settings = Extract<NewsletterProvider, { kind: 'listmonk' }>;

const USER = 'LISTMONK_API_USER';
const KEY = 'LISTMONK_API_TOKEN';

/** Go's templates, and listmonk's own sign after links. @see listmonk.app/docs/templating */
const PLACES: Placeholders = {
  unsubscribe: '{{ UnsubscribeURL }}',
  openings: ['{{', '@TrackLink'],
  inText: (opening) => `{{ ${JSON.stringify(opening)} }}`,
};

interface Campaign {
  id: number;
  name: string;
  status: string;
}

/**
 * Makes a campaign on a listmonk server. It is named after the issue, so that a repeated call finds it.
 * @see listmonk.app/docs/apis/campaigns
 */
export function listmonkSender(
  { url, template, lists }: Settings,
  from: { name: string; email: string },
): CampaignSender {
  const authorization = `token ${apiKey('listmonk', USER)}:${apiKey('listmonk', KEY)}`;
  const api: Api = { service: 'listmonk', base: url.replace(/\/$/, ''), authorization, keySetting: KEY };
  return {
    async publish(issue, at) {
      const name = `newsletter ${issue.id}`;
      const old = await campaignNamed(api, name);
      const { subject, html, text } = filledIn(issue, PLACES);
      const campaign =
        old ??
        (await dataOf<Campaign>(api, {
          method: 'POST',
          path: '/api/campaigns',
          body: {
            name,
            subject,
            lists: [lists[issue.locale]?.[issue.kind]?.id],
            from_email: `"${from.name.replace(/["\\{}]/g, '')}" <${from.email}>`,
            type: 'regular',
            content_type: 'html',
            body: html,
            altbody: text,
            messenger: 'email',
            template_id: template,
            tags: ['newsletter', issue.kind, issue.locale],
            send_at: at?.toISOString() ?? null,
          },
        }));
      // Made, but not yet planned: by the call before this line, or by one that was ended here.
      if (at && campaign.status === 'draft')
        await dataOf(api, {
          method: 'PUT',
          path: `/api/campaigns/${campaign.id}/status`,
          body: { status: 'scheduled' },
        });
      return { id: String(campaign.id), isOld: old !== undefined };
    },
  };
}

async function campaignNamed(api: Api, name: string): Promise<Campaign | undefined> {
  const path = '/api/campaigns?per_page=all&order_by=created_at&order=DESC&no_body=true';
  const { results } = await dataOf<{ results: Campaign[] | null }>(api, { method: 'GET', path });
  return results?.find((campaign) => campaign.name === name);
}

/** listmonk puts every answer into `data`. */
async function dataOf<Data>(api: Api, request: Parameters<typeof askApi>[1]): Promise<Data> {
  return ((await askApi(api, request)) as { data: Data }).data;
}
