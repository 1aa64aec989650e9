import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { OwnSite } from '../../../../scripts/lab/bench/own-site.ts';
import { WorkFolder } from '../../../../scripts/lab/bench/work-folder.ts';
import { copyProject } from '../../../../scripts/lab/project-copy.ts';
import { temporaryFolder } from '../../../temporary-folder.ts';
import { PATIENCE } from '../../run-script.ts';

const PROJECT = join(import.meta.dirname, '../../../..');

const BUILD = `
  import { appendFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
  const [, content, , out, ...options] = process.argv.slice(2);
  if (!existsSync(content)) { console.error('no newsroom'); process.exit(1); }
  appendFileSync('../calls.txt', [existsSync(out) ? 'again' : 'new', ...options].join(' ') + '\\n');
  mkdirSync(out + '/articles/one', { recursive: true });
  writeFileSync(out + '/articles/one/index.html', '');`;

/** A work folder with a project whose build writes down how it was called, and fails without a newsroom. */
function siteWithLog(files: Readonly<Record<string, string>>) {
  const folder = temporaryFolder({
    '.made-by-bench': '',
    'own/project/package.json': '{ "private": true, "type": "module", "scripts": { "build": "node build.js" } }',
    'own/project/build.js': BUILD,
    ...files,
  });
  let started = 0;
  const site = new OwnSite(join(folder, 'own'), new WorkFolder(folder), () => (started += 1));
  return { folder, site, startedRuns: () => started };
}

describe('our own site in a benchmark', PATIENCE, () => {
  it('is built by npm for an instant a minute later each time, in place or in a copy, and clean when asked', async () => {
    const { folder, site, startedRuns } = siteWithLog({ 'own/newsroom/one.md': '' });
    expect(await site.build()).toMatchObject({ pages: 1, articles: 1, steps: [{ name: 'build' }] });
    await site.build({ isClean: true });
    const inodeOf = () => statSync(join(folder, 'own/site/articles/one/index.html')).ino;
    const before = inodeOf();
    site.copy('in place');
    expect(inodeOf()).not.toBe(before);
    await site.build();
    site.copy('elsewhere');
    await site.build();
    expect(site.context.contentRoot).toBe(join(folder, 'own-copy-2/newsroom'));
    expect(existsSync(join(folder, 'own'))).toBe(false);
    expect(readFileSync(join(folder, 'own-copy-2/calls.txt'), 'utf8').trim().split('\n')).toEqual([
      'new --now 2026-11-01T08:00:00-05:00',
      'new --now 2026-11-01T08:01:00-05:00 --clean',
      'again --now 2026-11-01T08:02:00-05:00',
      'again --now 2026-11-01T08:03:00-05:00',
    ]);
    expect(startedRuns()).toBe(4);
  });

  it('fails with what the build said', async () => {
    const { site } = siteWithLog({});
    await expect(site.build()).rejects.toThrow(/^the build failed \(exit code 1\):\n[^]*no newsroom/);
  });
});

describe('the copy of the project', () => {
  it('has what a build reads, caches of its own, and neither the sample newsroom nor what was there', () => {
    const copy = temporaryFolder({ 'src/left-over.ts': '' });
    copyProject(PROJECT, copy);
    for (const file of ['src/content.config.ts', 'scripts/build.ts', 'package-lock.json', 'public/favicon.svg']) {
      expect(readFileSync(join(copy, file))).toEqual(readFileSync(join(PROJECT, file)));
    }
    expect(existsSync(join(copy, 'node_modules/astro/package.json'))).toBe(true);
    for (const file of ['node_modules/.astro', 'src/content', 'src/left-over.ts']) {
      expect(existsSync(join(copy, file)), file).toBe(false);
    }
  });
});

describe('the folder a benchmark works in', () => {
  it('is refused if it holds someone else’s files, and can be used again', () => {
    const folder = temporaryFolder({ 'novel.txt': 'Chapter 1' });
    expect(() => new WorkFolder(folder)).toThrow(`--work ${folder}: the folder is not empty; name another`);
    const made = join(folder, 'new');
    expect(new WorkFolder(made).path).toBe(new WorkFolder(made).path);
  });

  it('keeps what is in the way in its trash until it is closed, and is removed then if no one named it', () => {
    const folder = temporaryFolder({ '.made-by-bench': '', 'public/one.html': '1', '_site/two.html': '2' });
    const work = new WorkFolder(folder);
    for (const site of ['public', '_site', 'not there']) work.moveToTrash(join(folder, site));
    const files = () => readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => /html$/.test(path));
    expect(files().toSorted()).toEqual(['trash/0/one.html', 'trash/1/two.html']);
    work.close();
    expect(files()).toEqual([]);
    const temporary = new WorkFolder();
    expect(existsSync(temporary.path)).toBe(true);
    temporary.close();
    expect(existsSync(temporary.path)).toBe(false);
  });
});
