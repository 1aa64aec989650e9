/** The article that the tests write in the form, and the file that it shall become. */
import { join } from 'node:path';
import { expect } from 'vitest';
import { calendarMonth } from '#src/i18n/format.ts';
import type { ArticleWords } from './form-editor.ts';

/** The newsroom in which it is written. */
export const NEWSROOM = join(import.meta.dirname, '..', 'fixtures', 'newsroom-one');
const PICTURE = join(import.meta.dirname, '..', 'fixtures', 'newsroom-three', 'articles', 'en', '2026', 'rain.webp');

/** An article as an editor fills it in. */
export const ARTICLE: ArticleWords = {
  headline: 'Café: ¿quién barre la “plaza”?',
  standfirst: 'Eleven evenings of talk: a report.',
  author: 'Newsroom',
  section: 'Culture',
  picture: { file: PICTURE, alt: 'Rain on a square: “wet”.', credit: 'Nobody / CC0' },
};

/** The form files articles under the year in which it is open. */
export const { year } = calendarMonth(new Date());
export const SLUG = 'cafe-quien-barre-la-plaza';
export const FILE = `articles/en/${year}/${SLUG}.md`;

/** The file of that article; only its minute is the clock's. */
export const SAVED = [
  '---',
  'title: "Café: ¿quién barre la “plaza”?"',
  'description: "Eleven evenings of talk: a report."',
  expect.stringMatching(/^pubDate: \d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2})?$/) as string,
  'authors: [desk]',
  'categories: [culture]',
  'picture:',
  '  src: "/pictures/rain.webp"',
  '  focus: "25% 20%"',
  '  alt: "Rain on a square: “wet”."',
  '  credit: "Nobody / CC0"',
  '---',
  '',
  'Nobody had expected it.',
  '',
  '## The square',
  '',
  'It is **swept** on Mondays.',
  '',
];
