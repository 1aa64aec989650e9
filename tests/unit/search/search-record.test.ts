import { describe, expect, it } from 'vitest';
import { searchFacts, searchRecord } from '#src/search/search-record.ts';
import { editionsOf, makeArticle, type ArticleInput } from '../../factories.ts';

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

const record = (markdown: string) => searchRecord(en, story, markdown);

describe('searchRecord', () => {
  it('leads to the story’s page', () => {
    expect(record('')).toMatchObject({ url: '/articles/quiet-morning/', language: 'en' });
    expect(searchRecord(es, nota, '')).toMatchObject({ url: '/es/articulos/arrecife/', language: 'es' });
  });

  it('carries what a hit shows and what is searched beside the text', () => {
    expect(record('').meta).toEqual({
      title: 'The “quiet” reef',
      section: 'Environment',
      date: '2026-12-31T23:30:00-05:00',
      authors: 'Ana Pech, Ignacio Ek',
      topics: 'Sargassum, Sea turtles',
      places: 'Mexico City, Ciudad de México, Playa del Carmen, Playa del Carmen, PDC, Playa',
    });
  });

  it('finds a place by its other names and by its name in the other language', () => {
    const { places } = searchRecord(es, nota, '').meta;
    for (const name of ['PDC', 'Mexico City', 'Ciudad de México']) expect(places).toContain(name);
  });

  it('can be narrowed by sections, places and year, as readers read them', () => {
    expect(record('').filters).toEqual({
      section: ['Environment', 'Region'],
      place: ['Mexico City', 'Playa del Carmen'],
      year: ['2026'],
    });
    expect(searchRecord(es, nota, '').filters).toMatchObject({
      section: ['Medio ambiente', 'Región'],
      place: ['Ciudad de México', 'Playa del Carmen'],
    });
  });

  it('sorts by the minute of publication', () => {
    expect(record('').sort).toEqual({ date: String(Date.parse('2027-01-01T04:30:00Z') / 60_000) });
  });

  it('holds the standfirst and the body as sentences', () => {
    expect(record('First.\n\n## A heading\n\n- one\n- two!\n\n"Said she"').content).toBe(
      'Divers counted fish, and it’s calm. First. A heading. one. two! “Said she”',
    );
  });

  it('is made of facts that are known without the body, and of the body', () => {
    const { standfirst, ...facts } = searchFacts(en, story);
    expect(record('The body.')).toEqual({ ...facts, content: `${standfirst} The body.` });
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
    expect(record(markdown).content.replace('Divers counted fish, and it’s calm. ', '')).toBe(text);
  });
});
