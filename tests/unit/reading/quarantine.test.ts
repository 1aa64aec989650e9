import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { quarantine } from '#src/reading/quarantine.ts';
import { readNewsroom } from '#src/reading/read-newsroom.ts';
import { readPictures } from '#src/reading/read-pictures.ts';
import { formatProblem } from '#src/schemas/problem.ts';
import { NOW } from '../../factories.ts';
import { ALL_DEFECTS } from '../../scripts/lint-content/defects/all-defects.ts';
import { corruptNewsroom } from '../../scripts/lint-content/defects/corrupt-newsroom.ts';
import { AROUND, STORY, temporaryFolder } from '../../temporary-folder.ts';

async function quarantined(folder: string) {
  const reading = readNewsroom(folder, { now: NOW });
  const pictures = await readPictures({ contentRoot: folder }, reading.newsroom);
  const problems = [...reading.problems, ...pictures.problems];
  return quarantine(folder, { ...reading, newsroom: pictures.newsroom, problems });
}

const linkTo = (slug: string) => `${STORY}\n[There](/articles/${slug}/)\n`;

describe('a newsroom in quarantine', () => {
  it('keeps the good stories, and leaves out the broken with what needs them', async () => {
    const folder = temporaryFolder({
      ...AROUND,
      'authors/ignacio-ek.yaml': 'name: Ignacio Ek\n',
      'articles/en/good.md': STORY,
      'articles/en/bad.md': STORY.replace('2026-11-20T09:00', 'soon'),
      'articles/en/by-ignacio.md': STORY.replace('[ana-pech]', '[ana-pech, ignacio-ek]'),
      'articles/en/to-ignacio.md': linkTo('by-ignacio'),
      'articles/en/to-bad.md': linkTo('bad'),
      'articles/en/to-good.md': linkTo('good'),
    });
    const { newsroom, rejected, problems } = await quarantined(folder);
    expect(newsroom.articles.map(({ id }) => id)).toEqual(['en/good', 'en/to-good']);
    expect(rejected).toEqual([
      'articles/en/bad.md',
      'articles/en/by-ignacio.md',
      'articles/en/to-bad.md',
      'articles/en/to-ignacio.md',
      'authors/ignacio-ek.yaml',
    ]);
    expect(problems.filter(({ rule }) => rule === 'depends-on-broken').map(formatProblem)).toEqual([
      'articles/en/by-ignacio.md:5:21  error  authors[1] ("authors/ignacio-ek.yaml")  needs authors/ignacio-ek.yaml, which has mistakes — fix that file first',
      'articles/en/to-bad.md:10:9  error  body ("/articles/bad/")  needs /articles/bad/, which has mistakes — fix that file first',
      'articles/en/to-ignacio.md:10:9  error  body ("/articles/by-ignacio/")  needs articles/en/by-ignacio.md, which has mistakes — fix that file first',
    ]);
  });

  it('leaves out what lies in a folder that is wrong, and a topic whose story is good', async () => {
    const folder = temporaryFolder({
      ...AROUND,
      'articles/en/2026:07/lost.md': STORY,
      'articles/en/turtles.md': STORY.replace('authors', 'tags: [turtles]\nauthors'),
      'tags/turtles.yaml': 'title: { en: Sea turtles, es: Tortugas marinas }\naliases: [/articles/turtles/]\n',
    });
    const { newsroom, rejected } = await quarantined(folder);
    expect(rejected).toEqual(['articles/en/2026:07/', 'articles/en/2026:07/lost.md', 'tags/turtles.yaml']);
    expect([newsroom.articles.map(({ id }) => id), newsroom.tags]).toEqual([['en/turtles'], []]);
  });

  it('keeps the notice of a withdrawn story that leads to a broken one', async () => {
    const folder = temporaryFolder({
      ...AROUND,
      'articles/en/bad.md': STORY.replace('2026-11-20T09:00', 'soon'),
      'articles/en/gone.md': linkTo('bad').replace('authors', 'withdrawn: { date: 2026-11-21, reason: No. }\nauthors'),
    });
    expect((await quarantined(folder)).rejected).toEqual(['articles/en/bad.md']);
  });

  it('is a newsroom without an error, the same as if what it leaves out were not there, however it was corrupted', async () => {
    const stories = Array.from({ length: 300 }, (_, index) => `articles/en/2026/story-${index}.md`);
    const folder = temporaryFolder({
      ...AROUND,
      ...Object.fromEntries(
        stories.map((file, index) => [file, index % 3 === 0 ? linkTo(`story-${(index * 7) % 300}`) : STORY]),
      ),
    });
    corruptNewsroom(folder, ALL_DEFECTS.length, 'quarantine');
    const { newsroom, rejected } = await quarantined(folder);
    expect(rejected.length).toBeGreaterThan(80);
    expect(newsroom.articles.length).toBeGreaterThan(100);
    const clean = join(temporaryFolder(), 'clean');
    cpSync(folder, clean, { recursive: true, verbatimSymlinks: true });
    for (const file of rejected) rmSync(join(clean, file), { recursive: true, force: true });
    const reading = readNewsroom(clean, { now: NOW });
    const pictures = await readPictures({ contentRoot: clean }, reading.newsroom);
    const errors = [...reading.problems, ...pictures.problems].filter(({ severity }) => severity === 'error');
    expect(errors.map(formatProblem)).toEqual([]);
    expect(pictures.newsroom).toEqual(newsroom);
  });
});
