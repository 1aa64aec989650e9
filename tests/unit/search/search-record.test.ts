import { describe, expect, it } from 'vitest';
import type { Edition } from '#src/newsroom/edition.ts';
import type { Article, Event } from '#src/newsroom/newsroom.ts';
import { searchedFields, searchedNames, searchFacts, searchRecord } from '#src/search/search-record.ts';
import { editionsOf, makeArticle, makeEvent, type ArticleInput } from '../../factories.ts';

const fields: Partial<ArticleInput> = {
  title: 'The "quiet" reef',
  description: "Divers counted fish, and it's calm",
  pubDate: '2026-12-31T23:30',
  authors: ['ana-pech', 'ignacio-ek'],
  categories: ['environment', 'region'],
  tags: ['sargassum', 'sea-turtles'],
  dateline: 'mexico-city',
  places: ['playa-del-carmen'],
};
const story = makeArticle(fields);
const nota = makeArticle({ ...fields, locale: 'es', stem: 'arrecife' });
const { en, es } = editionsOf([story, nota], { now: new Date('2027-01-01T12:00:00Z') });

const facts = (edition: Edition, article: Article) => {
  const fields = searchedFields(article);
  return searchFacts(edition.locale, fields, searchedNames(edition, [fields]));
};
const record = (markdown: string) => searchRecord(facts(en, story), markdown);
const registro = searchRecord(facts(es, nota), '');

describe('the record of an event', () => {
  const record = (event: Event) => {
    const { en } = editionsOf([], { newsroom: { events: [event] } });
    const fields = searchedFields(event);
    return searchFacts('en', fields, searchedNames(en, [fields]));
  };

  it('leads to its page, is found by its kinds and place, and says when it is', () => {
    expect(record(makeEvent())).toMatchObject({
      url: '/events/trova/',
      section: 'Events',
      date: '2026-11-01T00:00:00-05:00',
      standfirst: 'Songs for two guitars, in the park.',
      names: [['Tulum'], ['Music'], ['Events'], ['Saturday, 5 December 2026']],
      facets: { section: [], place: ['Tulum'] },
      event: {},
    });
  });

  it('says of a series how it repeats, which stays true from day to day', () => {
    const series = record(makeEvent({ repeats: { every: 'week', until: '2027-03-27' } }));
    expect(series.standfirst).toContain('Every Saturday, until 27 March 2027.');
    expect(series.names).not.toContainEqual(['Saturday, 5 December 2026']);
  });

  it.each([
    ['cancelled', 'Cancelled'],
    ['postponed', 'Postponed'],
  ] as const)('says that it is %s', (status, word) => {
    const event = makeEvent({ status, changes: [{ date: '2026-11-20', text: 'The singer is ill.' }] });
    expect(record(event).event).toEqual({ state: word });
  });

  it('has the day of the event where nothing says when it was announced', () => {
    expect(record(makeEvent({ pubDate: undefined })).date).toBe('2026-12-05T07:00:00-05:00');
  });
});

describe('searchRecord', () => {
  it('leads to the story’s page', () => {
    expect(record('').url).toBe('/articles/quiet-morning/');
    expect(registro.url).toBe('/es/articulos/arrecife/');
  });

  it('holds what a result shows, and the names by which the story is found besides its text', () => {
    expect(record('')).toMatchObject({
      title: 'The “quiet” reef',
      section: 'Environment',
      date: '2026-12-31T23:30:00-05:00',
      names: [
        ['Mexico City', 'Ciudad de México'],
        ['Playa del Carmen', 'PDC', 'Playa'],
        ['Sargassum'],
        ['Sea turtles'],
        ['Environment'],
        ['Region'],
        ['Ana Pech'],
        ['Ignacio Ek'],
      ],
    });
    expect(registro.names[0]).toEqual(['Ciudad de México', 'Mexico City']);
  });

  it('can be narrowed by sections and places, as readers read them', () => {
    expect(record('').facets).toEqual({
      section: ['Environment', 'Region'],
      place: ['Mexico City', 'Playa del Carmen'],
    });
    expect(registro.facets).toEqual({
      section: ['Medio ambiente', 'Región'],
      place: ['Ciudad de México', 'Playa del Carmen'],
    });
  });

  it('holds the standfirst and the body as sentences', () => {
    expect(record('First.\n\n## A heading\n\n- one\n- two!\n\n"Said she"').text).toBe(
      'Divers counted fish, and it’s calm. First. A heading. one. two! “Said she”',
    );
  });

  it('says how much of its text is the standfirst', () => {
    const { text, standfirst } = record('The body.');
    expect(text.slice(0, standfirst)).toBe('Divers counted fish, and it’s calm.');
  });

  it.each([
    ['HTML by hand leaves its words', '<b>bold</b> x', 'bold x.'],
    ['what runs leaves with what it holds', 'a <script>b</script> c', 'a c.'],
    ['links leave their words', '[two](https://x.example "title")', 'two.'],
    ['links with a hostile title leave only their words', '[two](https://x.example "One > two")', 'two.'],
    ['pictures leave nothing', 'One ![alt > text](/pictures/reef.webp "title") two', 'One two.'],
    ['notes come without their marks', 'One[^1].\n\n[^1]: Two.', 'One. Notes. Two.'],
    ['code keeps its signs', '`a < b && c`', 'a < b && c.'],
  ])('has no markup: %s', (_, markdown, text) => {
    expect(record(markdown).text.replace('Divers counted fish, and it’s calm. ', '')).toBe(text);
  });
});
