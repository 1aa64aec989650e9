import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { surveyNewsroom } from '#src/reading/survey-newsroom.ts';
import { COLLECTIONS } from '#src/schemas/collections.ts';
import { contentRootOption } from '../../../scripts/shared/content-root.ts';
import { temporaryFolder } from '../../temporary-folder.ts';

const SAMPLE = join(import.meta.dirname, '../../../src/content');

describe('a folder is a newsroom', () => {
  it('if it is the sample, of which every folder is known', () => {
    contentRootOption(SAMPLE);
    expect(surveyNewsroom(SAMPLE).problems).toEqual([]);
  });

  it.each(COLLECTIONS)('if it holds only %s', (collection) => {
    expect(() => contentRootOption(temporaryFolder({ [`${collection}/.gitkeep`]: '' }))).not.toThrow();
  });

  it('and not if it does not exist', () => {
    const nowhere = join(temporaryFolder(), 'nowhere');
    expect(() => contentRootOption(nowhere)).toThrow(`${nowhere} holds no newsroom: there is no such folder`);
  });

  it('and not if it is a file', () => {
    const file = join(temporaryFolder({ articles: '' }), 'articles');
    expect(() => contentRootOption(file)).toThrow(`${file} holds no newsroom: there is no such folder`);
  });

  it('and not if it holds pictures, a file named like a kind of content, and other folders', () => {
    const folder = temporaryFolder({ 'pictures/a.webp': '', articles: '', 'src/content/articles/a.md': '' });
    expect(() => contentRootOption(folder)).toThrow(
      `${folder} holds no newsroom: there is none of the folders articles, authors, categories, tags, places, events, event-kinds, notices, newsletters, pages in it`,
    );
  });
});
