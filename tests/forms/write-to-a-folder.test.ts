import { join } from 'node:path';
import { expect, it } from 'vitest';
import { listFiles } from '#src/reading/list-files.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { giveFolder, openFolder, takeFolder } from './browser-folder.ts';
import { changeSlug, openArticle, openForm, save, writeArticle } from './form-editor.ts';
import { ARTICLE, FILE, NEWSROOM, SAVED, SLUG, year } from './new-article.ts';
import { problemsOf, readFileOf, searchBuilt } from './saved-newsroom.ts';

it('an article written in the form on a folder of this machine is read, built and found; edited and renamed, it keeps its readers', async () => {
  const editor = await openForm({ host: 'folder' });
  const { page, field, problems } = editor;
  await giveFolder(page, NEWSROOM);
  await openFolder(page);
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

  // A table keeps its alignment when the text around it is edited.
  const text = field('Text');
  await openArticle(editor, ARTICLE.headline);
  await text.getByRole('button', { name: 'Edit in Markdown' }).click();
  await text.getByRole('textbox').last().press('Control+End');
  await page.keyboard.insertText('\n\n| Day | Boats |\n| :-- | --: |\n| Monday | 2 |\n');
  await save(editor);
  await openArticle(editor, ARTICLE.headline);
  await text.getByRole('table').waitFor();
  await text.getByText('Nobody had expected it.', { exact: true }).click();
  await page.keyboard.press('Home');
  await page.keyboard.type('At last: ');
  await save(editor);
  await takeFolder(page, root);
  expect(readFileOf(root, FILE)).toContain('At last: Nobody');
  expect(readFileOf(root, FILE)).toMatch(/^\| Day \| Boats \|\n\| :-- \| --: \|\n\| Monday \| 2 \|$/m);

  await openArticle(editor, ARTICLE.headline);
  await changeSlug(editor, 'who-sweeps-the-square');
  await save(editor);
  await takeFolder(page, root);
  const renamed = `articles/en/${year}/who-sweeps-the-square.md`;
  expect(listFiles(root)).toEqual([...before, renamed, 'pictures/rain.webp'].sort());
  expect(readFileOf(root, renamed)).toContain(`aliases: ["/articles/${SLUG}/"]`);
  expect(await problemsOf(root)).toEqual([]);

  // Its translation begins with what both share, in the other language's list; the original gets the key that pairs them.
  await openArticle(editor, ARTICLE.headline);
  await page.getByRole('button', { name: 'Translate into Spanish' }).click();
  const headline = field('Headline').getByRole('textbox');
  await page.waitForFunction(() => location.hash.includes('/new?translated='));
  await expect.poll(() => headline.inputValue()).toBe(ARTICLE.headline);
  await headline.fill('Quién barre la plaza');
  await field('Draft').getByRole('switch').click();
  await page.locator('.content-editor button[aria-keyshortcuts$="+S"]').click();
  const question = page.getByRole('dialog', { name: 'Not saved yet: there are mistakes' });
  await expect
    .poll(() => question.getByRole('listitem').allInnerTexts())
    .toEqual([
      expect.stringMatching(/^Standfirst: .* is the same as in articles\/en\//),
      expect.stringMatching(/^Text: is the same as in articles\/en\//),
    ]);
  await question.getByRole('button', { name: 'Save as draft anyway' }).click();
  await page.waitForFunction(() => !location.hash.includes('/new'));
  await takeFolder(page, root);
  const translation = readFileOf(root, `articles/es/${year}/quien-barre-la-plaza.md`);
  expect(translation).toContain('picture:\n  src: "/pictures/rain.webp"\n  focus: "25% 20%"\n');
  expect(translation).toContain('authors: [desk]\ncategories: [culture]\n');
  expect(translation).toContain('draft: true\n');
  for (const file of [translation, readFileOf(root, renamed)])
    expect(file).toContain('translationKey: who-sweeps-the-square\n');
  expect(await problemsOf(root)).toEqual([]);
  expect(problems).toEqual([]);
});
