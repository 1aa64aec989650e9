import { describe, expect, it } from 'vitest';
import { calendar } from '#src/calendars/calendar.ts';
import { calendarGroups } from '#src/calendars/edition-calendars.ts';
import { hostFileGroups, hostFileText } from '#src/hosting/host-files.ts';
import type { Edition } from '#src/newsroom/edition.ts';
import type { Article, Newsroom } from '#src/newsroom/newsroom.ts';
import { archiveGroups } from '#src/page-data/archive.ts';
import { articleGroups } from '#src/page-data/article.ts';
import { correctionsGroups } from '#src/page-data/corrections.ts';
import { eventListGroups } from '#src/page-data/event-lists.ts';
import { eventGroups } from '#src/page-data/event.ts';
import { issueListGroups } from '#src/page-data/issue-list.ts';
import { issueGroups } from '#src/page-data/issue.ts';
import { authorGroups, latestGroups, placeGroups, categoryGroups, tagGroups } from '#src/page-data/lists.ts';
import type { PageGroup } from '#src/page-data/page-group.ts';
import { withdrawnGroups } from '#src/page-data/withdrawn.ts';
import { sitemapChunks } from '#src/seo/sitemap.ts';
import { seeded, type Random } from '../../../scripts/lab/random.ts';
import { rounds } from '../../long.ts';
import type { SITE } from '../../factories.ts';
import {
  editionsOf,
  makeArticle,
  makeAuthor,
  makeCategory,
  makeEvent,
  makeIssue,
  makePlace,
  makeSite,
  makeTag,
  NOW,
} from '../../factories.ts';

const KINDS = {
  articleGroups,
  archiveGroups,
  authorGroups,
  correctionsGroups,
  latestGroups,
  placeGroups,
  categoryGroups,
  tagGroups,
  withdrawnGroups,
  eventGroups,
  eventListGroups,
  issueGroups,
  issueListGroups,
};

/** A paper on its way: what an edit may change of it. */
interface Paper {
  stories: ReadonlyMap<string, Parameters<typeof makeArticle>[0]>;
  events: ReadonlyMap<string, Parameters<typeof makeEvent>[0]>;
  newsroom: Partial<Newsroom>;
  site: typeof SITE;
  now: Date;
}

const TOPICS = ['reef', 'sargassum', 'turtles', 'whales', 'cenotes'];
const AUTHORS = ['ana-pech', 'culture-desk', 'ignacio-ek'];
const SECTIONS = ['culture', 'environment', 'region'];
const PLACES = ['mexico-city', 'playa-del-carmen', 'tulum'];

/** Issues of both languages, one of them still to be sent: what they name comes, goes and changes. */
const ISSUES = Array.from({ length: 12 }, (_, number) =>
  makeIssue({
    locale: number % 2 === 0 ? 'en' : 'es',
    stem: `issue-${number}`,
    kind: number % 5 === 0 ? 'breaking' : 'weekly',
    date: `2026-11-${String(17 + number).padStart(2, '0')}`,
    since: '2026-11-05',
    articles: Array.from({ length: 8 }, (__, at) => `story-${number * 7 + at}`),
    events: [`event-${number}`],
  }),
);

function randomStory(random: Random, number: number): NonNullable<Parameters<typeof makeArticle>[0]> {
  const locale = random.whole(0, 2) === 0 ? 'es' : 'en';
  return {
    locale,
    stem: `story-${number}`,
    title: `Headline ${random.whole(0, 999_999)}`,
    pubDate: new Date(Date.parse('2026-11-20T09:00:00-05:00') - random.whole(0, 7_199) * 3_600_000),
    tags: TOPICS.filter(() => random.whole(0, 2) === 0),
    authors: [random.pick(AUTHORS)],
    categories: [random.pick(SECTIONS)],
    places: PLACES.filter(() => random.whole(0, 3) === 0),
    ...(random.whole(0, 3) === 0 && { translationKey: `pair-${number - (number % 2)}` }),
    ...(random.whole(0, 3) === 0 && { corrections: [randomCorrection(random)] }),
    ...(random.whole(0, 9) === 0 && { withdrawn: { date: '2026-11-23', reason: `Reason ${number}` } }),
    ...(random.whole(0, 3) === 0 && { aliases: [`/old/${number}/`] }),
  };
}

function randomCorrection(random: Random): { date: Date; kind: 'update'; text: string } {
  const date = new Date(Date.parse('2026-11-24T00:00:00-05:00') - random.whole(0, 500) * 3_600_000);
  return { date, kind: 'update', text: `Text ${random.whole(0, 999)}` };
}

function randomEvent(random: Random, number: number): NonNullable<Parameters<typeof makeEvent>[0]> {
  const day = new Date(Date.parse('2026-11-10') + random.whole(0, 60) * 86_400_000).toISOString().slice(0, 10);
  return {
    locale: random.whole(0, 1) === 0 ? 'es' : 'en',
    stem: `event-${number}`,
    title: `Night ${random.whole(0, 999_999)}`,
    start: `${day}T20:00`,
    end: `${day}T22:30`,
    place: random.pick(PLACES),
    ...(random.whole(0, 2) === 0 && { repeats: { every: 'week', until: '2026-12-31' } }),
    ...(random.whole(0, 3) === 0 && { translationKey: `night-${number - (number % 2)}` }),
    ...(random.whole(0, 4) === 0 && { featured: true }),
  };
}

/** One of the things that newsrooms do, or days that pass. */
function edited(paper: Paper, random: Random, number: number): Paper {
  const { stories, newsroom, site, now } = paper;
  const next = new Map(stories);
  const stem = random.pick([...stories.keys()]);
  const was = stories.get(stem) ?? {};
  const change = random.whole(0, 16);
  if (change === 0) next.set(stem, { ...was, title: `Other words ${number}` });
  if (change === 1) next.delete(stem);
  if (change === 2) next.set(`story-${1_000 + number}`, randomStory(random, 1_000 + number));
  if (change === 3) next.set(stem, { ...was, tags: [random.pick(TOPICS), `topic-${number}`] });
  if (change === 4)
    next.set(stem, { ...was, pubDate: new Date(Date.parse('2022-02-01') + random.whole(0, 1_700) * 86_400_000) });
  if (change === 5) next.set(stem, { ...was, translationKey: `pair-${random.whole(0, 39)}` });
  if (change === 6) next.set(stem, { ...was, draft: true });
  if (change === 7) {
    const renamed = random.pick<Partial<Newsroom>>([
      { authors: AUTHORS.map((id) => makeAuthor(id, { name: `${id} ${number}` })) },
      { tags: [makeTag('reef', { title: { en: `Reef ${number}`, es: 'Arrecife' } })] },
      { places: PLACES.map((id) => makePlace(id, { name: { en: `${id} ${number}`, es: id } })) },
      { categories: SECTIONS.map((id) => makeCategory(id, { title: { en: `${id} ${number}`, es: id } })) },
    ]);
    return { ...paper, newsroom: { ...newsroom, ...renamed } };
  }
  if (change === 8) {
    const relatedArticles = 1 + (number % 5);
    return { ...paper, site: { ...site, lists: { ...site.lists, relatedArticles } } };
  }
  if (change === 9) next.set(stem, { ...was, corrections: [...(was.corrections ?? []), randomCorrection(random)] });
  if (change === 10)
    next.set(stem, { ...was, withdrawn: was.withdrawn ? undefined : { date: '2026-11-23', reason: `Why ${number}` } });
  if (change === 11) next.set(stem, { ...was, aliases: [...(was.aliases ?? []), `/older/${number}/`] });
  const days = change === 12 ? random.whole(1, 60) : 0;
  // An evening passes, in which events begin and end.
  const hours = change === 13 ? random.whole(1, 12) : 0;
  return {
    ...paper,
    stories: next,
    events: change > 13 ? editedEvents(paper.events, random, number) : paper.events,
    now: new Date(now.getTime() + (days * 24 + hours) * 3_600_000),
  };
}

function editedEvents(events: Paper['events'], random: Random, number: number): Paper['events'] {
  const next = new Map(events);
  const stem = random.pick([...events.keys()]);
  const was = events.get(stem) ?? {};
  const change = random.whole(0, 5);
  if (change === 0) next.set(stem, { ...was, title: `Another night ${number}` });
  if (change === 1) next.delete(stem);
  if (change === 2) next.set(`event-${1_000 + number}`, randomEvent(random, 1_000 + number));
  if (change === 3) next.set(stem, { ...was, place: random.pick(PLACES) });
  if (change === 4)
    next.set(stem, { ...was, status: 'cancelled', changes: [{ date: '2026-11-20', text: `Why ${number}` }] });
  if (change === 5) next.set(stem, { ...was, draft: true });
  return next;
}

type Groups = ReadonlyMap<string, { key: string; pages: ReadonlyMap<string, string> }>;

/** The groups whose key is the same, though their pages are not. */
const missedIn = (before: Groups, after: Groups) =>
  [...after].flatMap(([name, { key, pages }]) => {
    const was = before.get(name);
    return was?.key === key && JSON.stringify([...was.pages]) !== JSON.stringify([...pages]) ? [name] : [];
  });

/** What of a group a build compares: each page's address and key, and its props, which the key stands for. */
function groupsIn({ stories, events: fieldsOfEvents, newsroom, site, now }: Paper): Groups {
  const articles: Article[] = [...stories.values()].map((fields) => makeArticle(fields));
  const events = [...fieldsOfEvents.values()].map((fields) => makeEvent(fields));
  const editions: Edition[] = Object.values(
    editionsOf(articles, { newsroom: { ...newsroom, events, newsletters: ISSUES }, site, now }),
  );
  const groups = new Map<string, { key: string; pages: Map<string, string> }>();
  const add = (kind: string, { name, key, count, paths }: PageGroup) => {
    const pages = paths().map(({ params, cacheKey, props }): [string, string] => [
      JSON.stringify(params),
      `${cacheKey} ${JSON.stringify(props)}`,
    ]);
    expect(pages.length, name).toBe(count);
    groups.set(`${kind} ${name}`, { key, pages: new Map(pages) });
  };
  for (const edition of editions) {
    for (const [kind, groupsOf] of Object.entries(KINDS)) {
      for (const group of groupsOf(edition, editions, now)) add(kind, group);
    }
    for (const { name, key, count, calendars } of calendarGroups(edition)) {
      const pages = calendars().map(({ list = '', facts }): [string, string] => [list, calendar(facts)]);
      expect(pages.length, name).toBe(count);
      groups.set(`calendar ${name}`, { key, pages: new Map(pages) });
    }
  }
  for (const { name, key, count, files } of hostFileGroups(editions)) {
    const pages = files().map(({ file, sources }): [string, string] => [file, hostFileText(sources).text]);
    expect(pages.length, name).toBe(count);
    groups.set(`host files ${name}`, { key, pages: new Map(pages) });
  }
  for (const { name, digest, entries } of sitemapChunks(editions)) {
    const pages = new Map([[name, JSON.stringify(entries())]]);
    groups.set(`sitemap ${name}`, { key: digest, pages });
  }
  return groups;
}

function paperOf(random: Random, count: number): Paper {
  const stories = Array.from({ length: count }, (_, number) => randomStory(random, number));
  const site = makeSite({ articlesPerPage: 5 });
  const events = Array.from({ length: 12 }, (_, number) => randomEvent(random, number));
  return {
    stories: new Map(stories.map((story) => [String(story.stem), story])),
    events: new Map(events.map((event) => [String(event.stem), event])),
    newsroom: {},
    site,
    now: NOW,
  };
}

describe('a group of pages', () => {
  it('has another key whenever one of its pages comes, goes or shows something else, whatever an editor does', () => {
    const random = seeded('page groups');
    let paper = paperOf(random, 90);
    let before = groupsIn(paper);
    const steps = rounds(10, 600);
    let kept = 0;
    for (let step = 0; step < steps; step += 1) {
      paper = edited(paper, random, step);
      const after = groupsIn(paper);
      kept += [...after].filter(([name, { key }]) => before.get(name)?.key === key).length;
      expect({ step, missed: missedIn(before, after) }).toEqual({ step, missed: [] });
      before = after;
    }
    expect(kept).toBeGreaterThan(8 * steps);
  });

  it('has another key when it leads to a list that comes or goes, though it shows the same events', () => {
    const night = { stem: 'night', start: '2026-11-20T20:00', place: 'tulum' } as const;
    const paper: Paper = { ...paperOf(seeded('past events'), 10), events: new Map([['night', night]]) };
    // Nothing is to come: no list but that of what was has an event.
    const later = { ...paper, now: new Date('2027-03-01T12:00:00-05:00') };
    const moved = { ...later, events: new Map([['night', { ...night, place: 'mexico-city' }]]) };
    const [before, after] = [groupsIn(later), groupsIn(moved)];
    expect(missedIn(before, after)).toEqual([]);
    const comingEvents = '{"events":"events"}';
    const showsIt = [...after.values()].find(({ pages }) => pages.has(comingEvents));
    expect(showsIt?.pages.get(comingEvents)).toContain('/events/place/mexico-city/');
  });

  it('has another key when a long list grows over the edge of it', () => {
    const random = seeded('long lists');
    let paper = paperOf(random, 140);
    let before = groupsIn(paper);
    for (let number = 1_000; number < 1_000 + rounds(8, 30); number += 1) {
      const newest = {
        ...randomStory(random, number),
        locale: 'en' as const,
        pubDate: `2026-11-21T10:${number - 970}`,
      };
      paper = { ...paper, stories: new Map(paper.stories).set(`story-${number}`, newest) };
      const after = groupsIn(paper);
      expect(missedIn(before, after)).toEqual([]);
      before = after;
    }
  });

  it('holds each page of its kind once', () => {
    const random = seeded('each page once');
    const groups = [...groupsIn(paperOf(random, 200))];
    for (const kind of Object.keys(KINDS)) {
      const pages = groups.flatMap(([name, group]) => (name.startsWith(`${kind} `) ? [...group.pages.keys()] : []));
      expect(pages.length, kind).toBeGreaterThan(0);
      expect(new Set(pages).size, kind).toBe(pages.length);
    }
  });

  it('is one of many in a large archive, nearly all of which an edit leaves alone', () => {
    const paper = paperOf(seeded('large'), 1_500);
    const [before, after] = [
      paper,
      { ...paper, stories: new Map(paper.stories).set('story-3', { stem: 'story-3' }) },
    ].map((some) => articleGroups(editionsOf([...some.stories.values()].map((fields) => makeArticle(fields))).en));
    const keys = new Map(before?.map(({ name, key }) => [name, key]));
    const changed = after?.filter(({ name, key }) => keys.get(name) !== key) ?? [];
    expect(keys.size).toBeGreaterThan(700);
    expect(changed.length).toBeGreaterThan(0);
    expect(changed.length).toBeLessThan(keys.size / 2);
  });
});
