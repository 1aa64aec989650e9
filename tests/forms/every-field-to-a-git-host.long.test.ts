import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../temporary-folder.ts';
import { openForm } from './form-editor.ts';
import { startGitHost, TOKEN } from './git-host.ts';
import { namedNewsroom, saveEveryField } from './save-every-field.ts';

it('every field of an article can be filled, changed, moved and removed on a Git host, in a commit each time', async () => {
  const host = await startGitHost(namedNewsroom());
  const editor = await openForm(
    { host: 'gitea', server: `${host.origin}/`, repository: 'paper/newsroom' },
    { hosts: [host.origin], screen: { width: 1000, height: 4000 } },
  );
  const { page } = editor;
  await page.getByRole('button', { name: 'Sign In Using Access Token' }).click();
  await page.locator('dialog[open] input').fill(TOKEN);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Begin a new one' }).first().waitFor();
  const clone = join(temporaryFolder(), 'clone');
  const saved = () => {
    host.checkOut(clone);
    return join(clone, 'src', 'content');
  };
  // Which fields there are, and that each is saved, the same test in a folder says of every collection.
  await saveEveryField(editor, 'articles', saved);
  expect(host.git('log', '--format=%an %s').split('\n').slice(0, 3)).toEqual([
    'Ximena Coral Edit title-1',
    'Ximena Coral Edit title-1',
    'Ximena Coral Add title-1',
  ]);
  expect(editor.problems).toEqual([]);
});
