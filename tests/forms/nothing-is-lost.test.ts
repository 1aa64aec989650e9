import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../temporary-folder.ts';
import { giveFolder, openFolder, takeFolder } from './browser-folder.ts';
import { openArticle, openForm } from './form-editor.ts';
import { NEWSROOM } from './new-article.ts';
import { readFileOf } from './saved-newsroom.ts';

const QUESTION = 'Leave without saving?';

/** The copies of unsaved stories that are kept in the browser. */
const copiesOf = (page: Page) =>
  page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('gitea:local/newsroom');
      request.onsuccess = () => resolve(request.result);
    });
    const names = [...database.objectStoreNames].filter((name) => name === 'draft-backups');
    const copies = await new Promise<unknown[]>((resolve) => {
      if (names.length === 0) return resolve([]);
      const request = database.transaction(names).objectStore('draft-backups').getAll() as IDBRequest<unknown[]>;
      request.onsuccess = () => resolve(request.result);
    });
    database.close();
    return JSON.stringify(copies);
  });

it('a story that is not saved asks before it is left, and comes back after it was; the first Save after typing saves', async () => {
  const editor = await openForm({ host: 'folder' });
  const { page, field } = editor;
  const question = page.getByRole('dialog', { name: QUESTION });
  const headline = field('Headline').getByRole('textbox');
  const keep = question.getByRole('button', { name: 'Keep writing' });
  const create = page.getByRole('button', { name: 'Begin a new one' });
  await giveFolder(page, NEWSROOM);
  await openFolder(page);

  await create.click();
  await headline.click();
  await page.keyboard.press('Escape');
  // Nothing was written yet.
  await create.click();
  await headline.click();
  await page.keyboard.type('A story that was written');
  // As long as somebody types, nothing is still: a copy is made all the same.
  for (const until = Date.now() + 2500; Date.now() < until;) await page.keyboard.type('.', { delay: 50 });
  expect(await copiesOf(page)).toContain('A story that was written.');
  const written = await headline.inputValue();

  await page.keyboard.press('Escape');
  await keep.click();
  await page.getByRole('button', { name: 'Cancel Editing' }).click();
  await page.keyboard.press('Escape');
  await question.waitFor({ state: 'detached' });
  await page.goBack({ timeout: 1000 }).catch(() => undefined);
  await keep.click();
  expect(await headline.inputValue()).toBe(written);
  await page.getByRole('button', { name: 'Cancel Editing' }).click();
  await question.getByRole('button', { name: 'Leave' }).click();
  await create.click();
  await page.getByRole('button', { name: 'Restore' }).click();
  await expect.poll(() => headline.inputValue()).toBe(written);

  // Closing the page asks in the browser's own words; whoever closes it all the same finds the copy.
  await headline.press('!');
  const asked = page.waitForEvent('dialog').then(async (dialog) => {
    await dialog.accept();
    return dialog.type();
  });
  await page.reload();
  expect(await asked).toBe('beforeunload');
  await openFolder(page);
  await page.getByRole('button', { name: 'Restore' }).click();
  await expect.poll(() => headline.inputValue()).toContain(written);
  await page.getByRole('button', { name: 'Cancel Editing' }).click();
  await question.getByRole('button', { name: 'Leave' }).click();

  // The CMS notices what is typed into a text a moment later: the shortcut comes before that.
  await openArticle(editor, 'The first story of a new paper');
  await field('Text').getByRole('textbox').last().click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' And so on.');
  await page.keyboard.press('Control+S');
  await create.waitFor();
  const root = join(temporaryFolder(), 'newsroom');
  await takeFolder(page, root);
  expect(readFileOf(root, 'articles/en/2026/the-first-story.md')).toContain(' And so on.\n');
  expect(editor.problems).toEqual([]);
});
