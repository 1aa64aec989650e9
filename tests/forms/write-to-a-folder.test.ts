import { join } from 'node:path';
import { expect, it } from 'vitest';
import { listFiles } from '#src/reading/list-files.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { giveFolder, takeFolder } from './browser-folder.ts';
import { changeSlug, openArticle, openForm, save, writeArticle } from './form-editor.ts';
import { ARTICLE, FILE, NEWSROOM, SAVED, SLUG, year } from './new-article.ts';
import { problemsOf, readFileOf, searchBuilt } from './saved-newsroom.ts';

it('an article written in the form on a folder of this machine is read, built and found; edited and renamed, it keeps its readers', async () => {
  const editor = await openForm({ host: 'folder' });
  const { page, field, problems } = editor;
  await giveFolder(page, NEWSROOM);
  await page.getByRole('button', { name: 'Work with Local Repository' }).click();
  const before = listFiles(NEWSROOM);

  await writeArticle(editor, ARTICLE);
  const root = join(temporaryFolder(), 'newsroom');
  await takeFolder(page, root);
  expect(listFiles(root)).toEqual([...before, FILE, 'pictures/rain.webp'].sort());
  expect(readFileOf(root, FILE).split('\n')).toEqual(SAVED);
  expect(await problemsOf(root)).toEqual([]);
  expect(await searchBuilt(page, root, join(temporaryFolder(), 'site'), 'quien barre')).toEqual([ARTICLE.headline]);

  // One line of one file changes, whatever the zone of the machine on which the form runs.
  await openArticle(editor, 'The first story of a new paper');
  await field('Headline').getByRole('textbox').fill('The very first story');
  await save(editor);
  await takeFolder(page, root);
  const old = readFileOf(NEWSROOM, 'articles/en/2026/the-first-story.md');
  expect(readFileOf(root, 'articles/en/2026/the-first-story.md')).toBe(
    old.replace('"The first story of a new paper"', '"The very first story"'),
  );

  await openArticle(editor, ARTICLE.headline);
  await changeSlug(editor, 'who-sweeps-the-square');
  await save(editor);
  await takeFolder(page, root);
  const renamed = `articles/en/${year}/who-sweeps-the-square.md`;
  expect(listFiles(root)).toEqual([...before, renamed, 'pictures/rain.webp'].sort());
  expect(readFileOf(root, renamed)).toContain(`aliases: ["/articles/${SLUG}/"]`);
  expect(await problemsOf(root)).toEqual([]);
  expect(problems).toEqual([]);
});
