import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { articlePage, articleSources } from '#src/page-data/article.ts';
import { frontPath } from '#src/page-data/front.ts';
import { authorGroups } from '#src/page-data/lists.ts';
import type { Article } from '#src/newsroom/newsroom.ts';
import { withWordCount } from '#src/seo/json-ld/article-node.ts';
import { fullAuthorNode } from '#src/seo/json-ld/author-node.ts';
import { eventNode } from '#src/seo/json-ld/event-nodes.ts';
import { occurrencesUntil } from '#src/events/occurrences.ts';
import { graphText, type GraphNode } from '#src/seo/json-ld/graph.ts';
import {
  editionsOf,
  makeArticle,
  makeAuthor,
  makeEvent,
  makePage,
  makePlace,
  makePicture,
  NOW,
  SITE,
} from '../../factories.ts';
import { hostileStrings } from '../../hostile-strings.ts';

const LATE = new Date('2028-01-01T00:00:00Z');
const ORGANIZATION = `${SITE.url}#organization`;

/** What the page of an article tells search engines, by type. */
function graphOf(article: Article) {
  const { en } = editionsOf([article], { now: NOW });
  return byType(articlePage(articleSources(en, article)).head.graph);
}

const byType = (graph: readonly GraphNode[]) => new Map(graph.map((node) => [node['@type'], node]));

describe('the facts of an article', () => {
  it('are all that a search engine asks of news', () => {
    const article = makeArticle({
      title: 'The "quiet" reef',
      pubDate: '2026-11-20T09:00',
      corrections: [{ date: '2026-11-21T10:00', kind: 'correction', text: 'It was the north pier.' }],
      tags: ['sargassum'],
      categories: ['environment', 'region'],
      dateline: 'tulum',
      places: ['playa-del-carmen'],
    });
    expect(graphOf(article).get('NewsArticle')).toMatchObject({
      '@id': `${SITE.url}articles/quiet-morning/`,
      headline: 'The “quiet” reef',
      datePublished: '2026-11-20T09:00:00-05:00',
      dateModified: '2026-11-21T10:00:00-05:00',
      author: [{ '@type': 'Person', name: 'Ana Pech', url: `${SITE.url}authors/ana-pech/` }],
      publisher: { '@id': ORGANIZATION },
      isPartOf: { '@id': `${SITE.url}#website` },
      isAccessibleForFree: true,
      inLanguage: 'en',
      articleSection: ['Environment', 'Region'],
      keywords: ['Sargassum'],
      dateline: 'Tulum',
      contentLocation: [{ '@type': 'Place', name: 'Tulum' }, { name: 'Playa del Carmen' }],
      correction: [
        { '@type': 'CorrectionComment', text: 'It was the north pier.', datePublished: '2026-11-21T10:00:00-05:00' },
      ],
    });
  });

  it('have the picture in three shapes, never enlarged', () => {
    const picture = { src: makePicture({ width: 1000, height: 600 }), alt: 'A reef', credit: 'Ana Pech' };
    expect(graphOf({ ...makeArticle(), picture }).get('NewsArticle')).toMatchObject({
      image: ['1000x563', '800x600', '600x600'].map((size) => expect.stringMatching(`\\.${size}\\.webp$`) as string),
    });
  });

  it.each([
    ['NewsArticle', undefined],
    ['NewsArticle', 'press-release'],
    ['ReportageNewsArticle', 'report'],
    ['OpinionNewsArticle', 'opinion'],
    ['AnalysisNewsArticle', 'analysis'],
    ['ReviewNewsArticle', 'review'],
    ['BackgroundNewsArticle', 'background'],
  ] as const)('have the type %s if its genre is %s', (type, genre) => {
    const graph = graphOf(makeArticle({ genre, dateline: 'tulum' }));
    expect(graph.get(type)).toMatchObject({ dateline: 'Tulum' });
    expect(withWordCount([{ '@type': type }], 416)).toEqual([{ '@type': type, wordCount: 416 }]);
  });

  it('say of an opinion that somebody paid for that it is paid for', () => {
    const sponsor = { name: 'Reef Tours', url: 'https://reef.example/' };
    expect([...graphOf(makeArticle({ genre: 'opinion', sponsor })).keys()]).toContain('AdvertiserContentArticle');
  });

  it('say that it is paid for, by whom, and lead to no address that is dead', () => {
    const sponsor = { name: 'A school', url: 'https://school.example/' };
    const paid = makeArticle({ sponsor });
    expect(graphOf(paid).get('AdvertiserContentArticle')).toMatchObject({ sponsor });
    const dead = graphOf({ ...paid, deadLinks: [sponsor.url] }).get('AdvertiserContentArticle');
    expect(dead).toMatchObject({ sponsor: { name: 'A school' } });
    expect(JSON.stringify(dead)).not.toContain('school.example');
  });

  it('have web addresses as programs read them, however editors wrote them', () => {
    const written = 'https://münchen.example/a b?q="c"';
    const safe = 'https://xn--mnchen-3ya.example/a%20b?q=%22c%22';
    const article = graphOf(makeArticle({ sponsor: { name: 'Reef Tours', url: written } }));
    expect(article.get('AdvertiserContentArticle')).toMatchObject({ sponsor: { url: safe } });
    const event = makeEvent({
      online: written,
      organiser: { name: 'Choir', url: written },
      tickets: written,
      price: '200 MXN',
    });
    expect(
      eventNode({ site: SITE, event, place: makePlace('tulum'), dates: occurrencesUntil(event, LATE) }),
    ).toMatchObject({
      location: [{}, { url: safe }],
      organizer: { url: safe },
      offers: { url: safe },
    });
    expect(fullAuthorNode(SITE, 'en', { ...makeAuthor('ana-pech'), website: written })).toMatchObject({ sameAs: safe });
  });

  it('count its words, and those of nothing else', () => {
    const graph = [{ '@type': 'NewsArticle' }, { '@type': 'WebSite' }];
    expect(withWordCount(graph, 416)).toEqual([{ '@type': 'NewsArticle', wordCount: 416 }, { '@type': 'WebSite' }]);
  });

  it('have the way from the front page through the section', () => {
    expect(graphOf(makeArticle()).get('BreadcrumbList')).toMatchObject({
      itemListElement: [
        { position: 1, item: SITE.url },
        { position: 2, name: 'Environment', item: `${SITE.url}sections/environment/` },
        { position: 3, item: `${SITE.url}articles/quiet-morning/` },
      ],
    });
  });
});

describe('the facts of the paper', () => {
  const pages = [
    makePage({ stem: 'ethics', translationKey: 'ethics' }),
    makePage({ stem: 'our-mistakes', translationKey: 'corrections-policy' }),
  ];
  const editions = editionsOf([makeArticle()], { newsroom: { pages }, now: NOW });
  const graph = (locale: 'en' | 'es') =>
    byType(frontPath(editions[locale], Object.values(editions), NOW).props.page.head.graph);

  it('are on the front page in full, with the rules that it has pages for', () => {
    expect(graph('en').get('NewsMediaOrganization')).toMatchObject({
      '@id': ORGANIZATION,
      name: SITE.name,
      ethicsPolicy: `${SITE.url}ethics/`,
      correctionsPolicy: `${SITE.url}our-mistakes/`,
      masthead: `${SITE.url}authors/`,
    });
    expect(graph('en').get('NewsMediaOrganization')).not.toHaveProperty('ownershipFundingInfo');
    expect(graph('es').get('NewsMediaOrganization')).not.toHaveProperty('ethicsPolicy');
  });

  it('have the search of each edition', () => {
    const search = (page: string) => ({
      potentialAction: { target: { urlTemplate: `${SITE.url}${page}?q={search_term_string}` } },
    });
    expect(graph('en').get('WebSite')).toMatchObject(search('search/'));
    expect(graph('es').get('WebSite')).toMatchObject(search('es/buscar/'));
  });

  it('are of an author on the front of their list', () => {
    const [group] = authorGroups(editions.en, Object.values(editions));
    const [path] = group?.paths() ?? [];
    expect(path && byType(path.props.page.head.graph).get('ProfilePage')).toMatchObject({
      mainEntity: { '@type': 'Person', name: 'Ana Pech', worksFor: { '@id': ORGANIZATION } },
    });
  });
});

describe('the text of facts in a page', () => {
  const holds = (text: string) => {
    const written = graphText([{ '@type': 'NewsArticle', ...{ headline: text } }]);
    expect(written).not.toMatch(/[<>&\u2028\u2029]/);
    expect((JSON.parse(written) as { '@graph': { headline: string }[] })['@graph'][0]?.headline).toBe(text);
  };

  it.each([...hostileStrings(), '</script><script>alert(1)</script>', '<!--<script>', 'a\u2028b\u2029c', ']]>', '\0'])(
    'is whole, and ends no script: %j',
    holds,
  );

  it('is whatever is in it', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => holds(text.toWellFormed())));
  });
});
