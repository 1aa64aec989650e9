import { describe, expect, it } from 'vitest';
import { readNewsroom } from '#src/reading/read-newsroom.ts';
import { formatProblem } from '#src/schemas/problem.ts';
import { AROUND, STORY, temporaryFolder } from '../../temporary-folder.ts';

const PAGE =
  '---\ntitle: About\ndescription: Who we are.\ntranslationKey: about\nupdatedDate: 2026-10-01\n---\nText.\n';

describe('readNewsroom', () => {
  it('reads every kind of content', () => {
    const root = temporaryFolder({
      ...AROUND,
      'articles/es/2026/arrecife.md': STORY,
      'pages/en/about.md': PAGE,
      'tags/reef.yaml': 'title: { en: Reef, es: Arrecife }\n',
      'places/tulum.yaml': 'name: { en: Tulum, es: Tulum }\nstate: Quintana Roo\nlatitude: 20.2\nlongitude: -87.4\n',
    });
    const { newsroom, problems, fileCount } = readNewsroom(root);
    expect(problems).toEqual([]);
    expect(fileCount).toBe(6);
    expect(newsroom.articles).toMatchObject([
      { id: 'es/2026/arrecife', locale: 'es', slug: 'arrecife', file: 'articles/es/2026/arrecife.md' },
    ]);
    expect(newsroom.pages).toMatchObject([{ id: 'en/about', locale: 'en', slug: 'about' }]);
    expect([newsroom.authors, newsroom.categories, newsroom.tags, newsroom.places].map(([first]) => first?.id)).toEqual(
      ['ana-pech', 'environment', 'reef', 'tulum'],
    );
  });

  it('takes the slug of the front matter before the file’s name', () => {
    const root = temporaryFolder({
      ...AROUND,
      'articles/en/a.md': STORY.replace('authors', 'slug: calm-sea\nauthors'),
    });
    expect(readNewsroom(root).newsroom.articles[0]).toMatchObject({ id: 'en/a', slug: 'calm-sea' });
  });

  it('reports all problems of all files at once, in order, and keeps the good stories', () => {
    const root = temporaryFolder({
      ...AROUND,
      'articles/en/b.md': STORY.replace('2026-11-20T09:00', 'soon').replace('"Divers counted fish."', '""'),
      'articles/en/a.md': STORY.replace('[ana-pech]', '[ana-peck]'),
      'articles/en/good.md': STORY,
      'places/tulum.yaml': 'name: Tulum\n',
    });
    const { newsroom, problems } = readNewsroom(root);
    expect(problems.map((problem) => formatProblem(problem).split('  ').slice(0, 3).join(' '))).toEqual([
      'articles/en/a.md:5:11 error authors[0] ("ana-peck")',
      'articles/en/b.md:3:1 error description ("")',
      'articles/en/b.md:4:1 error pubDate ("soon")',
      'places/tulum.yaml:1:1 error latitude',
      'places/tulum.yaml:1:1 error longitude',
      'places/tulum.yaml:1:1 error name ("Tulum")',
      'places/tulum.yaml:1:1 error state',
    ]);
    expect(newsroom.articles.map(({ id }) => id)).toContain('en/good');
  });

  it('finds the line of what two files claim together', () => {
    const root = temporaryFolder({
      ...AROUND,
      'articles/en/a.md': STORY.replace('authors', 'slug: calm-sea\nauthors'),
      'articles/en/b.md': STORY.replace('categories', 'slug: calm-sea\ncategories'),
    });
    expect(readNewsroom(root).problems.map(formatProblem)).toEqual([
      'articles/en/b.md:6:1  error  slug ("calm-sea")  claims the address that articles/en/a.md already has — change one of the two',
    ]);
  });

  it('blames a bad author’s file once, not every story that names it', () => {
    const root = temporaryFolder({ ...AROUND, 'authors/ana-pech.yaml': 'name: Ana Pech\n', 'articles/en/a.md': STORY });
    expect([...new Set(readNewsroom(root).problems.map(({ file }) => file))]).toEqual(['authors/ana-pech.yaml']);
  });

  it('reads an empty folder as a newsroom without anything', () => {
    expect(readNewsroom(temporaryFolder())).toMatchObject({ newsroom: { articles: [] }, problems: [], fileCount: 0 });
  });
});
