import { describe, expect, it } from 'vitest';
import { issueFeed } from '#src/feeds/issue-feed.ts';
import { composeMail } from '#src/newsletter/compose-mail.ts';
import { issueWords, storiesIn } from '#src/newsroom/issue-contents.ts';
import type { Article } from '#src/newsroom/newsroom.ts';
import { issueListGroups } from '#src/page-data/issue-list.ts';
import { issueGroups } from '#src/page-data/issue.ts';
import { pathsOf } from '#src/page-data/page-group.ts';
import { editionsOf, makeArticle, makeIssue, type ArticleInput } from '../../factories.ts';

const ISSUE = makeIssue({
  subject: 'The mayor CANARY',
  preheader: 'Also: The bus CANARY',
  articles: ['mayor', 'bus', 'market'],
});
const HIDDEN: Partial<ArticleInput> = { withdrawn: { date: '2026-11-24', reason: 'It was wrong.' } };

const enWith = (stories: readonly Article[], issues = [ISSUE]) =>
  editionsOf(stories, { newsroom: { newsletters: issues } });
const market = makeArticle({ stem: 'market', title: 'The market', description: 'What to buy.' });
const mayor = (fields: Partial<ArticleInput> = {}) =>
  makeArticle({ stem: 'mayor', title: 'The mayor CANARY', description: 'What he did.', ...fields });
const bus = (fields: Partial<ArticleInput> = {}) =>
  makeArticle({ stem: 'bus', title: 'The bus CANARY', description: 'Where it stops.', ...fields });

const wordsWith = (...stories: readonly Article[]) => issueWords(ISSUE, storiesIn(enWith(stories).en, ISSUE));

describe('the subject and preheader of an issue', () => {
  it('are its own while all of its stories can be seen', () => {
    expect(wordsWith(mayor(), bus(), market)).toEqual({
      subject: 'The mayor CANARY',
      preheader: 'Also: The bus CANARY',
    });
  });

  it('lose what may tell a story that is withheld: the preheader any, the subject the lead', () => {
    expect(wordsWith(mayor(), bus(HIDDEN), market)).toEqual({ subject: 'The mayor CANARY', preheader: 'What he did.' });
    expect(wordsWith(mayor(HIDDEN), bus(), market)).toEqual({
      subject: 'Daily issue · Monday, 23 November 2026',
      preheader: 'Where it stops.',
    });
    expect(wordsWith(mayor(HIDDEN)).preheader).toBe('The stories of this issue are no longer on the site.');
  });

  it.each<[string, Partial<ArticleInput>]>([
    ['withdrawn', HIDDEN],
    ['expired', { expiryDate: '2026-11-23' }],
    ['a draft again', { draft: true }],
    ['embargoed again', { pubDate: '2026-12-20' }],
    ['kept out of the newsletter', { newsletter: false }],
  ])('tell nothing in any outlet of a lead that is %s', (_, fields) => {
    for (const stories of [[mayor(fields), bus(fields), market], [mayor(fields)]]) {
      const editions = enWith(stories);
      const told = [
        pathsOf(issueGroups(editions.en)).map(({ props: { page } }) => [page.title, page.standfirst, page.head]),
        pathsOf(issueListGroups(editions.en, Object.values(editions))),
        issueFeed(editions.en, 'rss'),
        composeMail(editions.en, ISSUE, () => ''),
      ];
      expect(JSON.stringify(told)).not.toContain('CANARY');
      expect(JSON.stringify(told)).toContain('Daily issue · Monday, 23 November 2026');
    }
  });

  it('give the feed no empty list', () => {
    expect(issueFeed(enWith([mayor(HIDDEN)]).en, 'rss').items.map(({ html }) => html)).toEqual([undefined]);
  });
});
