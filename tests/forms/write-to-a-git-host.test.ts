import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { expect, it } from 'vitest';
import { listFiles } from '#src/reading/list-files.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { changeSlug, openArticle, openForm, save, writeArticle } from './form-editor.ts';
import { startGitHost, TOKEN } from './git-host.ts';
import { ARTICLE, FILE, NEWSROOM, SAVED, SLUG, year } from './new-article.ts';
import { problemsOf, readFileOf, searchBuilt } from './saved-newsroom.ts';

it('an article written in the form on a Git host is a commit of its writer’s, which is read, built and found', async () => {
  const host = await startGitHost(NEWSROOM);
  const editor = await openForm(
    { host: 'gitea', server: `${host.origin}/`, repository: 'paper/newsroom' },
    { hosts: [host.origin] },
  );
  const { page, field, problems } = editor;
  await page.getByRole('button', { name: 'Sign In Using Access Token' }).click();
  await page.locator('dialog[open] input').fill(TOKEN);
  await page.keyboard.press('Enter');

  await writeArticle(editor, ARTICLE);
  const clone = join(temporaryFolder(), 'clone');
  host.checkOut(clone);
  const root = join(clone, 'src', 'content');
  expect(host.git('log', '-1', '--format=%an <%ae>%n%s')).toBe(`Ximena Coral <ximena@paper.example>\nAdd ${SLUG} +1`);
  expect(host.git('diff', '--name-status', 'main~1', 'main').split('\n').sort()).toEqual(
    [`A\tsrc/content/${FILE}`, 'A\tsrc/content/pictures/rain.webp'].sort(),
  );
  expect(readFileOf(root, FILE).split('\n')).toEqual(SAVED);
  expect(await problemsOf(root)).toEqual([]);
  expect(await searchBuilt(page, root, join(temporaryFolder(), 'site'), 'quien barre')).toEqual([ARTICLE.headline]);

  await openArticle(editor, ARTICLE.headline);
  await field('Standfirst').getByRole('textbox').fill('Twelve evenings of talk.');
  // What has a button of its own is put where the keyboard is.
  const put = async (part: string, fill: (dialog: Locator) => Promise<void>) => {
    await field('Text').getByRole('button', { name: part }).click();
    const dialog = page.getByRole('dialog', { name: part });
    await fill(dialog);
    await dialog.getByRole('button', { name: 'Insert' }).click();
    await dialog.waitFor({ state: 'detached' });
  };
  await field('Text').getByRole('textbox').last().click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' See ');
  await put('Link to a story of ours', async (dialog) => {
    await dialog.getByRole('searchbox').fill('first paper');
    await dialog.getByRole('button', { name: 'The first story of a new paper' }).click();
  });
  await page.keyboard.type('.');
  await put('Footnote', (dialog) => dialog.getByRole('textbox').fill('Said on Monday.'));
  await put('Table', (dialog) => dialog.getByRole('textbox').fill('Day | Brooms\nMonday | 2'));
  await changeSlug(editor, 'who-sweeps-the-square');
  await save(editor);
  expect(host.git('log', '-1', '--format=%s')).toBe('Edit who-sweeps-the-square');
  host.checkOut(clone);
  const renamed = readFileOf(root, `articles/en/${year}/who-sweeps-the-square.md`);
  expect(renamed).toContain('description: "Twelve evenings of talk."');
  expect(renamed.slice(renamed.indexOf(' See '))).toBe(
    ' See [The first story of a new paper](/articles/the-first-story/).[^1]\n\n' +
      '| Day | Brooms |\n| --- | --- |\n| Monday | 2 |\n\n[^1]: Said on Monday.\n',
  );
  expect(renamed).toContain(`aliases: ["/articles/${SLUG}/"]`);
  expect(listFiles(root)).not.toContain(FILE);
  expect(await problemsOf(root)).toEqual([]);
  expect(problems).toEqual([]);
});
