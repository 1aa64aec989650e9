import { describe, expect, it } from 'vitest';
import { feedGroups } from '#src/feeds/edition-feeds.ts';
import { issueFeed } from '#src/feeds/issue-feed.ts';
import { editionsOf, makeArticle, makeIssue, SITE } from '../../factories.ts';
import { asAtom, asRss } from './read-feed.ts';

const SPONSOR = { name: 'A bank', url: 'https://bank.example/' };

const edited = (articles = [makeArticle({ title: 'Reef <closed>' })], newsletters = [makeIssue()]) =>
  editionsOf(articles, { newsroom: { newsletters } });

describe('issueFeed', () => {
  it('has each issue with its stories, and leads to its copy', async () => {
    const { feed } = await asRss(issueFeed(edited().en, 'rss'));
    expect(feed).toMatchObject({
      title: `${SITE.name}: Newsletter`,
      link: `${SITE.url}newsletter/`,
      items: [
        {
          title: 'A quiet morning on the reef',
          link: `${SITE.url}newsletter/2026-11-23-daily/`,
          description: 'And what the sea brought.',
          guid: { value: 'tag:paper.example,2024:newsletters/en/2026/2026-11-23-daily', isPermaLink: false },
          pubDate: 'Mon, 23 Nov 2026 12:00:00 GMT',
          content: {
            encoded:
              '<ul><li><a href="https://paper.example/articles/quiet-morning/">Reef &lt;closed&gt;</a><br>Divers counted fish where the sargassum did not come.</li></ul>',
          },
        },
      ],
    });
  });

  it('labels what is paid for, and tells nothing that is withheld', () => {
    const articles = [makeArticle({ sponsor: SPONSOR }), makeArticle({ stem: 'draft', title: 'canary', draft: true })];
    const { xml } = asAtom(
      issueFeed(edited(articles, [makeIssue({ articles: ['draft', 'quiet-morning'] })]).en, 'atom'),
    );
    expect(xml).toContain('Paid for by A bank. ');
    expect(xml).not.toContain('canary');
  });

  it('is there in each format once an issue was sent, and has another key when one of its stories changes', () => {
    const groupOf = (editions: ReturnType<typeof editionsOf>) =>
      feedGroups(editions.en).find(({ name }) => name === 'en newsletter');
    expect(groupOf(edited(undefined, []))).toBeUndefined();
    const group = groupOf(edited());
    expect(group?.count).toBe(3);
    expect(group?.feeds().map(({ url }) => url)).toEqual(
      ['rss.xml', 'atom.xml', 'feed.json'].map((file) => `/newsletter/${file}`),
    );
    expect(groupOf(edited())?.key).toBe(group?.key);
    expect(groupOf(edited([makeArticle({ title: 'Another' })]))?.key).not.toBe(group?.key);
  });
});
