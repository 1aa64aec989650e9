import { describe, expect, it } from 'vitest';
import { articlePage, articleSources } from '#src/page-data/article.ts';
import { eventGroups } from '#src/page-data/event.ts';
import { categoryGroups } from '#src/page-data/lists.ts';
import { pathsOf } from '#src/page-data/page-group.ts';
import { cardAt } from '#src/page-data/social-pictures.ts';
import type { Edition } from '#src/newsroom/edition.ts';
import type { Locale } from '#src/schemas/locale.ts';
import { siteSchema, type Site } from '#src/schemas/site.ts';
import { cardUrl } from '#src/social-cards/social-card.ts';
import { parseSocialCardUrl } from '#src/picture-urls.ts';
import {
  editionsOf,
  makeArticle,
  makeEvent,
  makePicture,
  NOW,
  SITE,
  type ArticleInput,
  type EventInput,
} from '../../factories.ts';

const PICTURE = { src: '/pictures/reef.webp', alt: 'A reef', credit: 'Ana Pech' };
const SPONSOR = { name: 'A hotel', url: 'https://hotel.example/' };
const CROP = '/_pictures/reef.0123456789abcdef.1200x630.jpeg';

const siteWith = (socialCards: Partial<Site['socialCards']>) =>
  siteSchema.parse({ ...SITE, socialCards: { ...SITE.socialCards, ...socialCards } });

/** What is drawn on the card that a page names; the address if it is no card. */
function shown(edition: Edition, address: string) {
  const path = new URL(address).pathname;
  const parsed = parseSocialCardUrl(path);
  const card = parsed && cardAt(edition, parsed);
  if (card) expect(cardUrl(card)).toBe(path);
  return card ?? path;
}

function ofArticle(fields: Partial<ArticleInput> & { locale?: Locale } = {}, site = SITE) {
  const article = makeArticle(fields);
  const edition = editionsOf([article], { site })[article.locale];
  const { head } = articlePage(articleSources(edition, article));
  return { card: shown(edition, head.picture.url), ...head.picture };
}

function ofEvent(fields: Partial<EventInput> & { locale?: Locale } = {}, now = NOW) {
  const made = makeEvent(fields);
  const event = made.picture ? { ...made, picture: { ...made.picture, src: makePicture() } } : made;
  const edition = editionsOf([], { newsroom: { events: [event] }, now })[event.locale];
  const [path] = pathsOf(eventGroups(edition));
  return shown(edition, path?.props.page.head.picture.url ?? '');
}

describe('what other sites show of a story', () => {
  it('is a card with headline, section, paper, byline and date in its language, if it has no picture', () => {
    expect(ofArticle({ locale: 'es', title: 'El "coral"', authors: ['ana-pech', 'ignacio-ek'] }).card).toEqual({
      kind: 'article',
      locale: 'es',
      slug: 'quiet-morning',
      paper: 'Coast News & Events',
      kicker: 'Medio ambiente',
      label: undefined,
      headline: 'El “coral”',
      foot: 'Por Ana Pech e Ignacio Ek · 20 de noviembre de 2026',
      picture: undefined,
    });
  });

  it('is described by its words, and has its size and type', () => {
    expect(ofArticle({ genre: 'opinion' })).toMatchObject({
      alt: 'Opinion · The reef has a quiet morning · By Ana Pech · 20 November 2026',
      width: 1200,
      height: 630,
      type: 'image/png',
    });
  });

  it.each(['🎉🎉', '👩‍👩‍👧‍👦', '…', 'The word سلام', '社會科學院', 'Łódź 𠮷'])(
    'is no card that would lose the headline or a word of it: %s',
    (title) => {
      expect(ofArticle({ title }).card).toMatchObject({ kind: 'category', headline: 'Environment' });
      expect(ofArticle({ title, picture: PICTURE }).card).toBe(CROP);
      expect(ofArticle({ title, genre: 'opinion' }).card).toMatchObject({ label: { text: 'Opinion' } });
      expect(ofEvent({ title })).toMatchObject({ kind: 'paper' });
    },
  );

  it.each(['Turtles 🐢 win', 'Ha\u0301gamoslo', 'ﬁne ㎏ ①', 'Dž’i ñ 5′'])('is a card without an emoji: %s', (title) => {
    expect(ofArticle({ title }).card).toMatchObject({ kind: 'article' });
  });

  it('is its picture, if that says enough', () => {
    expect(ofArticle({ picture: PICTURE }).card).toBe(CROP);
    expect(ofArticle({ picture: PICTURE, genre: 'report' }).card).toBe(CROP);
  });

  it('is a card with its picture, if it is paid for or an opinion', () => {
    const picture = { digest: '0123456789abcdef', focus: undefined };
    expect(ofArticle({ picture: PICTURE, sponsor: SPONSOR, genre: 'opinion' }).card).toMatchObject({
      label: { text: 'Paid for by A hotel', kind: 'warning' },
      picture,
    });
    expect(ofArticle({ picture: PICTURE, genre: 'opinion' })).toMatchObject({
      card: { label: { text: 'Opinion', kind: 'genre' }, picture },
      type: 'image/jpeg',
    });
  });

  it('is its section’s card, if it is older than the newsroom wants cards for', () => {
    const site = siteWith({ days: 2 });
    expect(ofArticle({ pubDate: '2026-11-22T00:00' }, site).card).toMatchObject({ kind: 'article' });
    expect(ofArticle({ pubDate: '2026-11-21T23:59' }, site).card).toMatchObject({
      kind: 'category',
      kicker: 'Section',
      headline: 'Environment',
      foot: 'Reef, mangrove, jungle.',
    });
    expect(ofArticle({ pubDate: '2026-11-21T23:59', picture: PICTURE }, site).card).toBe(CROP);
  });

  it('is a card in any case, or in none, as the publisher wants it', () => {
    expect(ofArticle({ picture: PICTURE }, siteWith({ draw: 'all' })).card).toMatchObject({ kind: 'article' });
    expect(ofArticle({ picture: PICTURE, genre: 'opinion' }, siteWith({ draw: 'none' })).card).toBe(CROP);
    expect(ofArticle({}, siteWith({ draw: 'none' })).card).toMatchObject({ kind: 'paper', headline: SITE.name });
  });

  it('has another address if anything on it is another, and else the same', () => {
    const address = (fields: Partial<ArticleInput>) => ofArticle(fields).url;
    const [plain, ...others] = [
      address({}),
      address({ title: 'Another' }),
      address({ pubDate: '2026-11-19' }),
      address({ authors: ['ignacio-ek'] }),
      address({ categories: ['region'] }),
      address({ genre: 'review' }),
    ];
    expect(new Set(others).size).toBe(others.length);
    expect(others).not.toContain(plain);
    expect(address({ description: 'Another standfirst.', pubDate: '2026-11-20T09:01' })).toBe(plain);
  });
});

describe('what other sites show of an event', () => {
  it('is a card with when and where', () => {
    expect(ofEvent()).toMatchObject({
      kicker: 'Events',
      label: undefined,
      headline: 'A night of trova',
      foot: 'Saturday, 5 December 2026, 20:00–22:30 · Tulum',
    });
    expect(ofEvent({ locale: 'es', repeats: { every: 'week', until: '2026-12-31' } })).toMatchObject({
      kicker: 'Eventos',
      foot: expect.stringMatching(/^Cada sábado.* · Tulum$/) as string,
    });
  });

  it('says that it is cancelled, over its picture too', () => {
    expect(ofEvent({ picture: PICTURE })).toBe(CROP);
    expect(ofEvent({ picture: PICTURE, status: 'cancelled' })).toMatchObject({
      label: { text: 'Cancelled', kind: 'warning' },
      picture: { digest: '0123456789abcdef' },
    });
  });

  it('is the paper’s card once it is over', () => {
    expect(ofEvent({}, new Date('2027-01-10T12:00:00-05:00'))).toMatchObject({ kind: 'paper' });
  });
});

it('other sites show the front of a section by its card', () => {
  const editions = editionsOf([makeArticle()]);
  const pages = pathsOf(categoryGroups(editions.es, Object.values(editions)));
  const region = pages.find(({ props }) => props.page.title === 'Región');
  expect(shown(editions.es, region?.props.page.head.picture.url ?? '')).toMatchObject({
    kind: 'category',
    locale: 'es',
    headline: 'Región',
  });
});
