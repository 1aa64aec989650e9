import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { COLLECTIONS } from '#src/schemas/collections.ts';
import { formatProblem } from '#src/schemas/problem.ts';
import { checkContentRoot } from '../../../scripts/shared/content-root.ts';
import { temporaryFolder } from '../../temporary-folder.ts';

const SAMPLE = join(import.meta.dirname, '../../../src/content');

describe('a folder is a newsroom', () => {
  it('where it is the sample, of which every folder is known', () => {
    expect(checkContentRoot(SAMPLE)).toEqual([]);
  });

  it.each(COLLECTIONS)('where it holds %s alone', (collection) => {
    expect(checkContentRoot(temporaryFolder({ [`${collection}/.gitkeep`]: '' }))).toEqual([]);
  });

  it('and not where it does not exist', () => {
    const nowhere = join(temporaryFolder(), 'nowhere');
    expect(() => checkContentRoot(nowhere)).toThrow(`${nowhere} holds no newsroom: there is no such folder`);
  });

  it('and not where it is a file', () => {
    const file = join(temporaryFolder({ articles: '' }), 'articles');
    expect(() => checkContentRoot(file)).toThrow(`${file} holds no newsroom: there is no such folder`);
  });

  it('and not where it holds pictures, a file named as a kind of content, and strange folders', () => {
    const folder = temporaryFolder({ 'pictures/a.webp': '', articles: '', 'src/content/articles/a.md': '' });
    expect(() => checkContentRoot(folder)).toThrow(
      `${folder} holds no newsroom: there is none of the folders articles, authors, categories, tags, places, pages in it`,
    );
  });
});

describe('a folder in a newsroom that the site does not read', () => {
  it('is warned of, with the name it was probably meant to have', () => {
    const folder = temporaryFolder({
      'pages/en/about.md': '',
      'artcles/en/2026/a.md': '',
      'newsletters/en/a.md': '',
      'pictures/a.webp': '',
      'README.md': '',
      '.obsidian/app.json': '',
    });
    expect(checkContentRoot(folder).map(formatProblem).toSorted()).toEqual([
      'artcles/  warning  is not a folder of a newsroom, and nothing in it is read — did you mean “articles”?',
      'newsletters/  warning  is not a folder of a newsroom, and nothing in it is read — ' +
        'the folders are articles, authors, categories, tags, places, pages, pictures',
    ]);
  });
});
