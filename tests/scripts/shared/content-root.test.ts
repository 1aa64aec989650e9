import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { surveyNewsroom } from '#src/reading/survey-newsroom.ts';
import { COLLECTIONS } from '#src/schemas/collections.ts';
import { checkContentRoot } from '../../../scripts/shared/content-root.ts';
import { temporaryFolder } from '../../temporary-folder.ts';

const SAMPLE = join(import.meta.dirname, '../../../src/content');

describe('a folder is a newsroom', () => {
  it('where it is the sample, of which every folder is known', () => {
    checkContentRoot(SAMPLE);
    expect(surveyNewsroom(SAMPLE).problems).toEqual([]);
  });

  it.each(COLLECTIONS)('where it holds %s alone', (collection) => {
    expect(() => checkContentRoot(temporaryFolder({ [`${collection}/.gitkeep`]: '' }))).not.toThrow();
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
