import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { surveyNewsroom } from '#src/reading/survey-newsroom.ts';
import { shapeProblem } from '#src/rules/run-rules.ts';
import { formatProblem } from '#src/schemas/problem.ts';
import { reconcileFiles } from '#src/publish/reconcile.ts';
import { makeArticle, makeNewsroom } from '../../factories.ts';
import { temporaryFolder } from '../../temporary-folder.ts';

describe('the survey of a newsroom', () => {
  it('finds for each entry whether it is a file to read, a picture, or something to report', () => {
    const folder = temporaryFolder({
      'README.md': '',
      '.git/config': '',
      'articles/en/2026/b.md': '',
      'articles/en/2026/a.md': '',
      'articles/en/2026/photo.jpg': '',
      'articles/en/2026/.DS_Store': '',
      'articles/en/notes.docx': '',
      'artcles/en/2026/a.md': '',
      'leaflets/en/a.md': '',
      'pictures/reef.webp': '',
      'tags/reef.yaml': '',
    });
    symlinkSync(join(folder, 'tags/reef.yaml'), join(folder, 'tags/linked.yaml'));
    const { content, pictures, problems } = surveyNewsroom(folder);
    expect(content.articles).toEqual(['articles/en/2026/a.md', 'articles/en/2026/b.md', 'articles/en/notes.docx']);
    expect(content.tags).toEqual(['tags/reef.yaml']);
    expect(pictures).toEqual(['articles/en/2026/photo.jpg', 'pictures/reef.webp']);
    expect(problems.map(formatProblem).toSorted()).toEqual([
      'artcles/  warning  is not a folder of a newsroom, and nothing in it is read — did you mean “articles”?',
      'leaflets/  warning  is not a folder of a newsroom, and nothing in it is read — ' +
        'the folders are articles, authors, categories, tags, places, events, event-kinds, notices, newsletters, pages, pictures',
      'tags/linked.yaml  error  is a symbolic link, and links are not followed — put the file itself here',
    ]);
  });
});

describe('the files on the disk', () => {
  const newsroom = makeNewsroom({ articles: [makeArticle()], pages: [] });
  const told = shapeProblem('articles/en/bad.md', 'fence', '', 1);
  const known = [
    'articles/en/2026/quiet-morning.md',
    'authors/ana-pech.yaml',
    'pictures/reef.webp',
    'articles/en/bad.md',
  ];

  it('are each a page, a name, a picture or reported', () => {
    const others = ['README.md', 'leaflets/a.md', 'articles/en/.DS_Store'];
    expect(() => reconcileFiles([...known, ...others], { newsroom, problems: [told] })).not.toThrow();
  });

  it('fail the build if one is none of these', () => {
    expect(() =>
      reconcileFiles([...known, 'articles/en/lost.md', 'tags/lost.yaml'], { newsroom, problems: [told] }),
    ).toThrow('2 of the newsroom’s files became no page and were not reported (articles/en/lost.md, tags/lost.yaml)');
  });
});
