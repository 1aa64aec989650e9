import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../temporary-folder.ts';
import { giveFolder, openFolder, takeFolder } from './browser-folder.ts';
import { faultsOf } from './form-faults.ts';
import { openForm } from './form-editor.ts';
import { NEWSROOM, year } from './new-article.ts';
import { readFileOf } from './saved-newsroom.ts';

it('a story with mistakes is saved as a draft only, and they are named with field and line in the editor’s language', async () => {
  const editor = await openForm({ host: 'folder' }, { language: 'es', screen: { width: 1000, height: 4000 } });
  const { page } = editor;
  const at = (path: string) => page.locator(`[data-mode="edit"] [data-key-path="${path}"]`);
  const button = page.locator('.content-editor button[aria-keyshortcuts$="+S"]');
  const question = page.getByRole('dialog', { name: 'Aún no se guardó: hay errores' });
  await giveFolder(page, NEWSROOM);
  await openFolder(page);
  await page.getByRole('button', { name: 'Notas' }).or(page.getByRole('grid')).first().waitFor();
  await page.evaluate((hash) => void (location.hash = hash), `#/collections/articles-es-${year}/new`);
  await at('title').getByRole('textbox').fill('Una nota con errores');
  await at('body').getByRole('button', { name: 'Editar en Markdown' }).click();
  await at('body').getByRole('textbox').last().click();
  await page.keyboard.insertText(
    'Texto.\n\nVea [el municipio](www.cancun.gob.mx).\n\n![](/pictures/a.webp)\n\n#### Cuatro\n\nVea [esto](/articulos/nada/).',
  );
  await at('authors').getByRole('checkbox').first().click();
  await at('categories').getByRole('checkbox').first().click();
  await expect.poll(() => button.getAttribute('aria-label')).toBe('Guardar borrador');
  await at('draft').getByRole('switch').click();
  await expect.poll(() => button.getAttribute('aria-label')).toBe('Publicar ahora');
  await at('pubDate').locator('input').first().fill('2099-03-01T08:00');
  await expect.poll(() => button.getAttribute('aria-label')).toBe('Publicar el 1 mar 2099, 08:00');

  await button.click();
  const mistakes = question.getByRole('listitem');
  await mistakes.first().waitFor();
  expect(await mistakes.allInnerTexts()).toEqual([
    expect.stringMatching(/^Entradilla: falta/),
    expect.stringMatching(/^Texto, línea 5: "?\/pictures\/a\.webp/),
    expect.stringMatching(/^Texto, línea 5: .+; .+/),
    expect.stringMatching(/^Texto, línea 9: "\/articulos\/nada\/" .+; .+/),
  ]);
  expect(await faultsOf(page)).toEqual([]);
  await question.getByRole('button', { name: 'Corregir' }).click();
  expect(await at('body').locator('.desk-mistake').last().innerText()).toMatch(/^9: /);

  // What is changed is not marked any more.
  await at('description').getByRole('textbox').fill('Una entradilla.');
  await expect.poll(() => at('description').locator('.desk-mistake').count()).toBe(0);

  // On a phone, too, everything is in sight.
  await page.setViewportSize({ width: 360, height: 780 });
  expect(await faultsOf(page)).toEqual([]);

  await button.click();
  await question.getByRole('button', { name: 'Guardar como borrador de todos modos' }).click();
  const note = page.locator('.desk-note');
  await note.waitFor();
  // The heading that skips a level is a warning: it stops nothing.
  expect(await note.getByRole('listitem').allInnerTexts()).toContainEqual(
    expect.stringMatching(/^Texto, línea 7: ####/),
  );
  const root = join(temporaryFolder(), 'newsroom');
  await takeFolder(page, root);
  const saved = readFileOf(root, `articles/es/${year}/una-nota-con-errores.md`);
  expect(saved).toContain('draft: true\n');
  expect(saved).toContain('[el municipio](https://www.cancun.gob.mx)');
  expect(saved).not.toContain('deskState');
  await page
    .getByRole('gridcell', { name: /Borrador — Una nota con errores · / })
    .first()
    .waitFor();
  expect(await faultsOf(page)).toEqual([]);
  expect(editor.problems).toEqual([]);
});
