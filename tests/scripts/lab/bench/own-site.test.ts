import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, describe } from 'vitest';
import { Aside } from '../../../../scripts/lab/bench/aside.ts';
import { BuildFailure, OwnSite } from '../../../../scripts/lab/bench/own-site.ts';
import { copyProject } from '../../../../scripts/lab/project-copy.ts';
import { temporaryFolder } from '../../../temporary-folder.ts';
import { PATIENCE } from '../../run-script.ts';

const PROJECT = join(import.meta.dirname, '../../../..');

/** A project whose build writes down how it was called, and knows the option or not. */
function projectWith(help: string): string {
  return temporaryFolder({
    'scripts/build.ts': `
      import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
      const options = process.argv.slice(2);
      if (options.includes('--help')) console.log(${JSON.stringify(help)});
      else {
        const out = options[options.indexOf('--out') + 1];
        if (out.endsWith('full')) { console.error('the disk is full'); process.exit(1); }
        mkdirSync(out + '/articles/one', { recursive: true });
        writeFileSync(out + '/articles/one/index.html', '');
        appendFileSync('calls.txt', options.slice(4).join(' ') + '\\n');
      }`,
  });
}

async function siteOf(project: string, out = 'site') {
  const canStartOver = await OwnSite.canStartOver(project);
  const aside = new Aside(join(project, 'aside'));
  return new OwnSite({ project, contentRoot: join(project, 'content'), out: join(project, out), canStartOver, aside });
}

describe('our own site in a benchmark', PATIENCE, () => {
  it('is built for an instant a minute later each time, and from scratch only when asked', async () => {
    const project = projectWith('--clean  build everything anew');
    const site = await siteOf(project);
    expect(await site.build()).toMatchObject({ pages: 1, stories: 1, steps: [{ name: 'build' }] });
    await site.build({ startsOver: true });
    await site.build();
    expect(readFileSync(join(project, 'calls.txt'), 'utf8').trim().split('\n')).toEqual([
      '--now 2026-11-01T08:00:00-05:00',
      '--now 2026-11-01T08:01:00-05:00 --clean',
      '--now 2026-11-01T08:02:00-05:00',
    ]);
  });

  it('is never asked to start over where the build has no such option', async () => {
    const project = projectWith('--out <dir>  where the site is written');
    const site = await siteOf(project);
    await site.build({ startsOver: true });
    expect(readFileSync(join(project, 'calls.txt'), 'utf8')).toBe('--now 2026-11-01T08:00:00-05:00\n');
  });

  it('fails with what the build said', async () => {
    const site = await siteOf(projectWith(''), 'full');
    await expect(site.build()).rejects.toThrow(new BuildFailure('the build failed (exit code 1):\nthe disk is full'));
  });
});

describe('the copy of the project', () => {
  it('has what a build reads, caches of its own, and not the sample newsroom', () => {
    const copy = join(temporaryFolder(), 'project');
    copyProject(PROJECT, copy);
    for (const file of ['src/content.config.ts', 'scripts/build.ts', 'package-lock.json', 'public/favicon.svg']) {
      expect(readFileSync(join(copy, file))).toEqual(readFileSync(join(PROJECT, file)));
    }
    expect(existsSync(join(copy, 'node_modules/astro/package.json'))).toBe(true);
    expect(existsSync(join(copy, 'node_modules/.astro'))).toBe(false);
    expect(existsSync(join(copy, 'src/content'))).toBe(false);
  });

  it('replaces the copy that was there', () => {
    const copy = temporaryFolder({ 'src/left-over.ts': '' });
    copyProject(PROJECT, copy);
    expect(existsSync(join(copy, 'src/left-over.ts'))).toBe(false);
  });
});
