import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { noStatus, type PublishStatus } from '#src/status/publish-status.ts';
import { giveFolder, openFolder } from './browser-folder.ts';
import { faultsOf, tabTo } from './form-faults.ts';
import { openArticle, openForm, save } from './form-editor.ts';
import { NEWSROOM } from './new-article.ts';

const HEADLINE = 'The first story of a new paper';
const FILE = 'articles/en/2026/the-first-story.md';

it('who saved a story is told when readers have it, or why they do not; a story is written without a mouse', async () => {
  const editor = await openForm({ host: 'folder', status: true });
  const { page, field, folder, problems } = editor;
  const publish = (parts: Partial<PublishStatus>) => {
    mkdirSync(join(folder, 'status'), { recursive: true });
    const status = { ...noStatus({ name: 'News', url: 'https://news.example' }), ...parts };
    writeFileSync(join(folder, 'status/status.json'), JSON.stringify(status));
  };
  const liveAt = (moment: Date) => ({ release: 'r', since: moment, readAt: moment, checkedAt: moment });
  const later = (seconds: number) => new Date(Date.now() + seconds * 1000);
  const note = page.locator('.desk-note');
  publish({});
  await giveFolder(page, NEWSROOM);
  await openFolder(page);

  await openArticle(editor, HEADLINE);
  await field('Headline').getByRole('textbox').fill('A better headline');
  await save(editor);
  await note.getByText('Saved. Readers get it with the next publish, which takes about 1 min.').waitFor();
  expect(await note.getByRole('link').getAttribute('href')).toBe('./status/');
  publish({ running: { since: later(5), process: '1-1' } });
  await note.getByText('Saved. It is being published, which takes about 1 min.').waitFor();
  publish({ live: liveAt(later(10)) });
  await note.getByText(/^Published at .*: readers have it as you saved it\.$/).waitFor();
  expect(await note.getByRole('link').getAttribute('href')).toMatch(/^https:\/\/.*\/articles\/the-first-story\/$/);

  const wrong = {
    file: FILE,
    sees: { en: 'the last published version', es: '' },
    mistakes: [{ line: 3, text: { en: 'title is wrong', es: '' } }],
  };
  await openArticle(editor, 'A better headline');
  await field('Headline').getByRole('textbox').fill(HEADLINE);
  publish({ live: liveAt(later(20)), leftOut: [wrong] });
  await save(editor);
  await note
    .getByText('Not published as you saved it: line 3: title is wrong. Readers see: the last published version')
    .waitFor();

  // No publish before its date brings what is scheduled.
  await openArticle(editor, HEADLINE);
  await field('Publication').locator('input').first().fill('2099-03-01T08:00');
  await save(editor);
  await note.getByText('Saved. Readers get it at its publication: 1 Mar 2099, 08:00.').waitFor();

  // The keyboard alone writes a story, from the list and back.
  const at = (path: string) => page.locator(`[data-mode="edit"] [data-key-path="${path}"]`);
  await tabTo(page, page.getByRole('button', { name: 'Begin a new one' }));
  await page.keyboard.press('Enter');
  await expect.poll(() => at('pubDate').locator('input').first().inputValue()).not.toBe('');
  await tabTo(page, at('title').getByRole('textbox'));
  await page.keyboard.type('Written without a mouse');
  await tabTo(page, at('description').getByRole('textbox'));
  await page.keyboard.type('It was not needed.');
  await tabTo(page, at('body').locator('[contenteditable="true"]'));
  await page.keyboard.type('It is **done**.');
  for (const name of ['authors', 'categories']) {
    await tabTo(page, at(name).getByRole('checkbox').first());
    await page.keyboard.press('Space');
  }
  await tabTo(page, at('draft').getByRole('switch'));
  await page.keyboard.press('Space');
  await page.keyboard.press('Control+S');
  await page.getByRole('gridcell', { name: 'Live — Written without a mouse' }).waitFor();
  expect(await faultsOf(page)).toEqual([]);
  expect(problems).toEqual([]);
});
