import { describe, expect, it } from 'vitest';
import { AI_CRAWLERS, type AiCrawlers } from '#src/schemas/site.ts';
import { robotsText } from '#src/seo/robots.ts';
import { SITE } from '../../factories.ts';

/** What a program may read: the group that names it, or else that of all (RFC 9309, section 2.2.1). */
function mayRead(program: string, aiCrawlers: AiCrawlers): boolean {
  const groups = robotsText({ ...SITE, aiCrawlers }).split('\n\n');
  const own = groups.find((group) => group.split('\n').includes(`User-agent: ${program}`));
  return (own ?? groups[0] ?? '').endsWith('Allow: /');
}

describe('robots.txt', () => {
  it.each<[AiCrawlers, Record<string, boolean>]>([
    ['allow', { GPTBot: true, PerplexityBot: true, Googlebot: true }],
    ['no-training', { GPTBot: false, 'Google-Extended': false, 'OAI-SearchBot': true, Googlebot: true }],
    ['refuse', { GPTBot: false, PerplexityBot: false, Googlebot: true, 'Google-Calendar-Importer': true }],
  ])('with “%s” lets in those that the publisher wants', (setting, programs) => {
    expect(Object.fromEntries(Object.keys(programs).map((name) => [name, mayRead(name, setting)]))).toEqual(programs);
  });

  it('names both sitemaps, whatever it refuses', () => {
    for (const aiCrawlers of AI_CRAWLERS)
      expect(robotsText({ ...SITE, aiCrawlers }).match(/^Sitemap: .*$/gm)).toEqual([
        `Sitemap: ${SITE.url}sitemap-index.xml`,
        `Sitemap: ${SITE.url}news-sitemap.xml`,
      ]);
  });

  it('refuses nobody unless a publisher says so', () => {
    expect(robotsText(SITE)).not.toContain('Disallow');
  });
});
