import type { NewsletterProvider } from '#src/schemas/newsletter-settings.ts';
import { buttondownSender } from './buttondown.ts';
import { listmonkSender } from './listmonk.ts';
import { mailchimpSender } from './mailchimp.ts';
import type { CampaignSender } from './sender.ts';

/** What a service shows as the sender. */
export interface Publisher {
  name: string;
  email: string;
  replyTo: string;
}

type Kind = NewsletterProvider['kind'];

/** The register of services that send by themselves: how to reach each with its settings. */
const CAMPAIGN_SENDERS: {
  [K in Kind]: (provider: Extract<NewsletterProvider, { kind: K }>, publisher: Publisher) => CampaignSender;
} = {
  buttondown: (provider) => buttondownSender(provider),
  listmonk: listmonkSender,
  mailchimp: (provider, publisher) => mailchimpSender(provider, publisher),
};

export const CAMPAIGN_KINDS = Object.keys(CAMPAIGN_SENDERS);

/** @throws UsageError if its key is not in the environment */
export function campaignSender(provider: NewsletterProvider, publisher: Publisher): CampaignSender {
  const make = CAMPAIGN_SENDERS[provider.kind] as (
    provider: NewsletterProvider,
    publisher: Publisher,
  ) => CampaignSender;
  return make(provider, publisher);
}
