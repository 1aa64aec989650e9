import { join } from 'node:path';
import { expect, it } from 'vitest';
import { COLLECTIONS } from '#src/schemas/collections.ts';
import { IS_LONG } from '../long.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { giveFolder, openFolder, takeFolder } from './browser-folder.ts';
import { pathsOf, plannedFields, valueOf } from './every-field.ts';
import { openForm } from './form-editor.ts';
import { namedNewsroom, saveEveryField } from './save-every-field.ts';

/** The long run tries all of them: what the form adds to a list of groups is the same in every collection. */
const TRIED = IS_LONG ? COLLECTIONS : (['articles', 'authors'] as const);

it('every field of a collection can be filled, changed, moved and removed in a folder, and is saved as the schema wants it', async () => {
  const editor = await openForm({ host: 'folder' }, { screen: { width: 1000, height: 9000 } });
  await giveFolder(editor.page, namedNewsroom());
  await openFolder(editor.page);
  await editor.page.getByRole('button', { name: 'Begin a new one' }).first().waitFor();
  const root = join(temporaryFolder(), 'newsroom');
  const saved = async () => {
    await takeFolder(editor.page, root);
    return root;
  };
  for (const collection of TRIED) {
    const paths = await saveEveryField(editor, collection, saved);
    const all = plannedFields(collection).flatMap((field) => pathsOf(valueOf(field, 1), field.name));
    expect(paths.sort(), collection).toEqual(all.sort());
  }
  expect(editor.problems).toEqual([]);
});
