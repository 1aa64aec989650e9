import type { AiCrawlers, Site } from '#src/schemas/site.ts';
import { absoluteUrl, newsSitemapUrl, sitemapUrl } from '#src/urls.ts';

/** Programs that gather texts to train language models; those that only answer questions with links are not among them. */
const TRAINERS = [
  'AI2Bot',
  'Amazonbot',
  'Applebot-Extended',
  'Bytespider',
  'CCBot',
  'ClaudeBot',
  'cohere-training-data-crawler',
  'Google-Extended',
  'GPTBot',
  'meta-externalagent',
];

/** Programs that read pages to answer somebody's question, or to find those that answer it. */
const ANSWERERS = [
  'ChatGPT-User',
  'Claude-SearchBot',
  'Claude-User',
  'DuckAssistBot',
  'meta-externalfetcher',
  'MistralAI-User',
  'OAI-SearchBot',
  'Perplexity-User',
  'PerplexityBot',
];

const REFUSED: Readonly<Record<AiCrawlers, readonly string[]>> = {
  allow: [],
  'no-training': TRAINERS,
  refuse: [...TRAINERS, ...ANSWERERS],
};

/**
 * What crawlers may read: everything, calendars and feeds included, but for those that the publisher refuses.
 * @see RFC 9309
 */
export function robotsText({ url, aiCrawlers }: Site): string {
  const refused = REFUSED[aiCrawlers].map((name) => `User-agent: ${name}`);
  return [
    'User-agent: *',
    'Allow: /',
    ...(refused.length > 0 ? ['', ...refused, 'Disallow: /'] : []),
    '',
    `Sitemap: ${absoluteUrl(url, sitemapUrl())}`,
    `Sitemap: ${absoluteUrl(url, newsSitemapUrl())}`,
    '',
  ].join('\n');
}
