import { describe, expect, it } from 'vitest';
import { frontPage, frontPath } from '#src/page-data/front.ts';
import type { Article } from '#src/newsroom/newsroom.ts';
import { editionsOf, makeArticle, makeArticles, makePicture, NOW, type ArticleInput } from '../../factories.ts';

type Wishes = Parameters<typeof editionsOf>[1];

function frontOf(articles: Parameters<typeof editionsOf>[0], wishes: Wishes = {}, locale: 'en' | 'es' = 'en') {
  const editions = editionsOf(articles, wishes);
  return frontPage(editions[locale], Object.values(editions), NOW);
}

const slugs = (cards: readonly { href: string }[]) => cards.map(({ href }) => href.split('/').at(-2));

/** Every story the front shows outside the sections' blocks, in the order in which a reader meets it. */
function shown(front: ReturnType<typeof frontOf>) {
  return slugs([...(front.lead ? [front.lead.card] : []), ...front.top, ...front.latest]);
}

const blockSlugs = (block: { lead: { href: string }; others: readonly { href: string }[] } | undefined) =>
  block ? slugs([block.lead, ...block.others]) : [];

const sponsor = { name: 'A hotel', url: 'https://hotel.example/' };
const picture = { src: '/pictures/reef.webp', alt: 'A reef', credit: 'Ana' };

describe('the front page', () => {
  it('is whole without a story', () => {
    expect(frontOf([])).toMatchObject({ lead: undefined, top: [], latest: [], blocks: [], isEmpty: true });
    expect(frontOf([]).head.title).toMatch(/^Coast News & Events: /);
  });

  it('leads with the only story and shows it once', () => {
    const front = frontOf([makeArticle()]);
    expect(front.lead).toMatchObject({ card: { href: '/articles/quiet-morning/' }, related: [] });
    expect([front.top, front.latest, front.blocks]).toEqual([[], [], []]);
  });

  it('leads with the newest of three and sets the others beside it', () => {
    const front = frontOf(makeArticles(3));
    expect(shown(front)).toEqual(['story-0', 'story-1', 'story-2']);
    expect(slugs(front.top)).toEqual(['story-1', 'story-2']);
  });

  it('leads with the newest story marked as lead', () => {
    const marked: Partial<ArticleInput> = { featured: 'lead', pubDate: '2026-11-01' };
    const front = frontOf([
      ...makeArticles(3),
      makeArticle({ stem: 'old-lead', ...marked, pubDate: '2026-10-01' }),
      makeArticle({ stem: 'lead', ...marked }),
    ]);
    expect(front.lead?.card.href).toBe('/articles/lead/');
    expect(slugs(front.top)[0]).toBe('old-lead');
  });

  it('puts marked stories on top and fills up with the newest', () => {
    const marked = makeArticle({ stem: 'marked', featured: 'top', pubDate: '2026-10-01' });
    const front = frontOf([...makeArticles(6), marked], { lists: { topArticlesOnFront: 3 } });
    expect(slugs(front.top)).toEqual(['marked', 'story-1', 'story-2']);
  });

  it('never leads with, or sets on top, what somebody paid for', () => {
    const paid = makeArticle({ stem: 'paid', featured: 'lead', sponsor, pubDate: '2026-11-23' });
    const alone = frontOf([paid]);
    expect(alone.lead).toBeUndefined();
    expect(alone.top).toEqual([]);
    expect(alone.latest).toEqual([]);
    expect(alone.isEmpty).toBe(false);
    expect(alone.briefs).toMatchObject([{ href: '/articles/paid/', sponsorLabel: 'Sponsored' }]);
    const front = frontOf([paid, ...makeArticles(2)]);
    expect(front.lead?.card.href).toBe('/articles/story-0/');
    expect(slugs(front.top)).toEqual(['story-1']);
  });

  it('offers nothing that somebody paid for beside the lead', () => {
    const paid = makeArticle({ stem: 'paid', tags: ['reef'], sponsor, pubDate: '2026-11-20T08:30:00-05:00' });
    const front = frontOf([...makeArticles(12, { tags: ['reef'] }), paid]);
    expect(slugs(front.lead?.related ?? [])).toHaveLength(2);
    expect(slugs(front.lead?.related ?? [])).not.toContain('paid');
  });

  it('shows no story twice', () => {
    const front = frontOf(makeArticles(40));
    const seen = [...shown(front), ...slugs(front.lead?.related ?? []), ...front.blocks.flatMap(blockSlugs)];
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.toSorted()).toEqual(Array.from({ length: 21 }, (_, index) => `story-${index}`).toSorted());
  });

  it('offers two stories that belong to the lead and are nowhere else at the top', () => {
    const front = frontOf(makeArticles(12, { tags: ['reef'] }));
    const related = slugs(front.lead?.related ?? []);
    expect(related).toHaveLength(2);
    expect(slugs([...(front.lead ? [front.lead.card] : []), ...front.top])).not.toEqual(
      expect.arrayContaining(related),
    );
    expect(related).not.toContain('story-0');
  });

  it('bears the date of the build in the reader’s language, and the paper’s home', () => {
    expect(frontOf([]).dateLine).toEqual({
      place: 'Tulum, Quintana Roo',
      date: { iso: '2026-11-24', text: 'Tuesday, 24 November 2026' },
    });
    expect(frontOf([], {}, 'es').dateLine.date.text).toBe('martes, 24 de noviembre de 2026');
  });

  it('is in both languages, each the other’s translation', () => {
    const [english, spanish] = [frontOf([]), frontOf([], {}, 'es')];
    expect(english.head.alternates.map(({ href }) => new URL(href).pathname)).toEqual(['/', '/es/']);
    expect(spanish.head.alternates).toEqual(english.head.alternates);
  });
});

describe('the sections’ blocks', () => {
  /** The lead takes the only place at the top, so that the rest is in blocks. */
  const wishes = { lists: { topArticlesOnFront: 0, latestOnFront: 0 } };
  const lead = makeArticle({ stem: 'lead', featured: 'lead', tags: ['reef'], pubDate: '2026-11-23' });
  const top = [lead, ...['related-a', 'related-b'].map((stem) => makeArticle({ stem, tags: ['reef'] }))];
  const some = (section: string, count: number, fields: Partial<ArticleInput> = {}) =>
    makeArticles(count, { categories: [section], ...fields }).map((article) => ({
      ...article,
      slug: `${section}-${article.slug}`,
    }));

  it('are in the publisher’s order, hold four stories, and leave out sections without any', () => {
    const { blocks } = frontOf([...top, ...some('culture', 3), ...some('environment', 7)], wishes);
    expect(blocks.map((block) => [block.category.text, blockSlugs(block).length])).toEqual([
      ['Environment', 4],
      ['Culture', 3],
    ]);
    expect(blocks[0]?.category.href).toBe('/sections/environment/');
  });

  it('give way to briefs if a section has one story or two', () => {
    const { blocks, briefs } = frontOf([...top, ...some('culture', 2), ...some('environment', 3)], wishes);
    expect(blocks.map(({ category }) => category.text)).toEqual(['Environment']);
    expect(briefs.map(({ href, category }) => [category.text, href])).toEqual([
      ['Culture', '/articles/culture-story-0/'],
      ['Culture', '/articles/culture-story-1/'],
    ]);
  });

  it('leave out what is old', () => {
    const old = (days: number) => ({ pubDate: new Date(NOW.getTime() - days * 86_400_000).toISOString() });
    const articles = [...top, makeArticle({ stem: 'of-2025', categories: ['culture'], ...old(400) })];
    articles.push(makeArticle({ stem: 'recent', categories: ['culture'], ...old(300) }));
    expect(slugs(frontOf(articles, wishes).briefs)).toEqual(['recent']);
    expect(slugs(frontOf(articles, { lists: { ...wishes.lists, oldAfterDays: 500 } }).briefs)).toEqual([
      'recent',
      'of-2025',
    ]);
  });

  it('show a story under its first section only', () => {
    const both = makeArticle({ stem: 'both', categories: ['culture', 'environment'], pubDate: '2026-10-01' });
    expect(frontOf([...top, both], wishes).briefs.map(({ category }) => category.text)).toEqual(['Culture']);
  });

  it('lead with the newest story that has a picture which is nowhere else on the page', () => {
    const [first, second] = ['a', 'b'].map((stem) => makeArticle({ stem, categories: ['culture'], picture }));
    const src = makePicture({ digest: 'fedcba9876543210' });
    const own = { ...second, picture: second?.picture && { ...second.picture, src } } as Article;
    const front = (articles: readonly Article[]) =>
      frontOf([{ ...lead, picture: first?.picture }, ...top.slice(1), ...articles, ...some('culture', 2)], wishes);
    expect(front([first as Article, own]).blocks[0]?.lead).toMatchObject({ href: '/articles/b/', picture: {} });
    expect(front([first as Article]).blocks[0]?.lead.picture).toBeUndefined();
  });

  it.each([
    [1, 'wide'],
    [2, 'wide wide'],
    [3, 'column column column'],
  ])('of %i sections fill their rows: %s', (count, shapes) => {
    const sections = ['environment', 'culture', 'region'].slice(0, count);
    const { blocks } = frontOf([...top, ...sections.flatMap((section) => some(section, 3))], wishes);
    expect(blocks.map(({ shape }) => shape).join(' ')).toBe(shapes);
  });
});

describe('frontPath', () => {
  it('is at the root in English and below its language in Spanish', () => {
    const { en, es } = editionsOf([]);
    expect([en, es].map((edition) => frontPath(edition, [en, es], NOW).params)).toEqual([
      { locale: undefined },
      { locale: 'es' },
    ]);
  });
});
