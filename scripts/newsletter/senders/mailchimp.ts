import { UsageError } from '#src/publish/usage-error.ts';
import type { NewsletterProvider } from '#src/schemas/newsletter-settings.ts';
import { apiKey, askApi, type Api } from './campaign-api.ts';
import { filledIn, spaced, type Placeholders } from './placeholders.ts';
import type { CampaignSender } from './sender.ts';

type Settings = Extract<NewsletterProvider, { kind: 'mailchimp' }>;

const KEY = 'MAILCHIMP_API_KEY';

/** @see mailchimp.com/help/all-the-merge-tags-cheat-sheet */
const PLACES: Placeholders = { unsubscribe: '*|UNSUB|*', openings: ['*|'], inText: spaced };

interface Campaign {
  id: string;
  /** `save` of a draft. */
  status: string;
  settings: { title: string };
}

/**
 * Makes a campaign at Mailchimp, for the audience's contacts with the edition's tag. It is titled after the issue, so that a repeated
 * call finds it.
 * @see mailchimp.com/developer/marketing/api/campaigns
 */
export function mailchimpSender(
  { form, lists }: Settings,
  from: { name: string; replyTo: string },
  base?: string,
): CampaignSender {
  const key = apiKey('Mailchimp', KEY);
  const centre = /-(us\d+)$/.exec(key)?.[1];
  if (centre === undefined)
    throw new UsageError(`${KEY} is not a key of Mailchimp, which ends with the name of a data centre, such as -us12`);
  const api: Api = {
    service: 'Mailchimp',
    base: base ?? `https://${centre}.api.mailchimp.com/3.0`,
    authorization: `Basic ${Buffer.from(`key:${key}`).toString('base64')}`,
    keySetting: KEY,
  };
  const audience = new URL(form).searchParams.get('id') ?? '';
  return {
    async publish(issue, at) {
      if (at && at.getTime() % 900_000 !== 0)
        throw new UsageError('--schedule: Mailchimp sends at each quarter of an hour: :00, :15, :30, :45');
      const title = `newsletter ${issue.id}`;
      const old = await campaignTitled(api, audience, title);
      const { subject, preheader, html, text } = filledIn(issue, PLACES);
      const campaign =
        old ??
        ((await askApi(api, {
          method: 'POST',
          path: '/campaigns',
          body: {
            type: 'regular',
            recipients: {
              list_id: audience,
              segment_opts: { saved_segment_id: lists[issue.locale]?.[issue.kind] },
            },
            settings: {
              subject_line: subject,
              preview_text: preheader,
              title,
              from_name: from.name,
              reply_to: from.replyTo,
              inline_css: false,
            },
          },
        })) as Campaign);
      // A draft may have been left without its text by a call that was ended.
      if (campaign.status === 'save') {
        const path = `/campaigns/${campaign.id}`;
        await askApi(api, { method: 'PUT', path: `${path}/content`, body: { html, plain_text: text } });
        if (at)
          await askApi(api, {
            method: 'POST',
            path: `${path}/actions/schedule`,
            body: { schedule_time: at.toISOString() },
          });
      }
      return { id: campaign.id, isOld: old !== undefined };
    },
  };
}

async function campaignTitled(api: Api, audience: string, title: string): Promise<Campaign | undefined> {
  const fields = 'campaigns.id,campaigns.status,campaigns.settings.title';
  const path = `/campaigns?list_id=${audience}&count=1000&sort_field=create_time&sort_dir=DESC&fields=${fields}`;
  const { campaigns } = (await askApi(api, { method: 'GET', path })) as { campaigns: Campaign[] };
  return campaigns.find(({ settings }) => settings.title === title);
}
