import { spawn } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { copyProject } from '../../scripts/lab/project-copy.ts';
import { plainEnvironment } from '../plain-environment.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { openArticle, openForm, save } from './form-editor.ts';
import { startGitHost, TOKEN } from './git-host.ts';
import { NEWSROOM } from './new-article.ts';

const PROJECT = join(import.meta.dirname, '..', '..');

it('a story that is saved on a Git host is live on a server of one’s own, and the form says so', async () => {
  const folder = temporaryFolder();
  const [press, clone, target] = ['press', 'clone', 'target'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  copyProject(PROJECT, press);
  mkdirSync(target);
  const host = await startGitHost(NEWSROOM);
  /** What the server does at a push: takes what is new, and publishes it. */
  const publish = () => {
    host.checkOut(clone);
    const options = ['scripts/deploy.ts', '--content', join(clone, 'src/content'), '--to', `dir:${target}`];
    const child = spawn(process.execPath, options, { cwd: press, env: plainEnvironment(), stdio: 'ignore' });
    return new Promise<number | null>((resolve) => child.once('close', resolve));
  };
  expect(await publish()).toBe(0);

  const editor = await openForm(
    { host: 'gitea', server: `${host.origin}/`, repository: 'paper/newsroom', status: true },
    { hosts: [host.origin] },
  );
  const { page, field } = editor;
  symlinkSync(join(target, 'status'), join(editor.folder, 'status'));
  await page.getByRole('button', { name: 'Sign In Using Access Token' }).click();
  await page.locator('dialog[open] input').fill(TOKEN);
  await page.keyboard.press('Enter');
  await openArticle(editor, 'The first story of a new paper');
  await field('Headline').getByRole('textbox').fill('A better headline');
  const before = host.git('rev-parse', 'main');
  const began = performance.now();
  await save(editor);
  await expect.poll(() => host.git('rev-parse', 'main')).not.toBe(before);
  const saved = (performance.now() - began) / 1000;
  expect(await publish()).toBe(0);
  const published = (performance.now() - began) / 1000;
  await page
    .locator('.desk-note')
    .getByText(/^Published at .*: readers have it as you saved it\.$/)
    .waitFor({ timeout: 600_000 });
  const told = (performance.now() - began) / 1000;
  const [commit, live, note] = [saved, published, told].map((seconds) => seconds.toFixed(1));
  console.log(`From Save: a commit after ${commit} s, live after ${live} s, and the form says so after ${note} s.`);
});
