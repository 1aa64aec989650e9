import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { filesBelow } from '#src/disk/files-below.ts';
import { callScript } from '../scripts/call-script.ts';
import { temporaryFolder, writeFiles } from '../temporary-folder.ts';
import { built, PROJECT } from './build-sites.ts';
import { differences } from './compare-sites.ts';

const CALL = ['--now', '2026-11-24T06:00'];

/** A newsroom of three stories, and the same with mistakes. */
function newsrooms() {
  const folder = temporaryFolder();
  const [contentRoot, before] = [join(folder, 'content'), join(folder, 'before')];
  cpSync(join(PROJECT, 'tests/fixtures/newsroom-three'), before, { recursive: true });
  cpSync(before, contentRoot, { recursive: true });
  const rain = readFileSync(join(before, 'articles/en/2026/rain.md'), 'utf8');
  const edited = {
    'articles/en/2026/rain.md': rain.replace(/^pubDate: .*$/m, 'pubDate: soon'),
    'articles/en/2026/new.md': rain.replace(/^pubDate: .*$/m, 'pubDate: soon'),
    'articles/en/2026/links.md': `${rain}\nSee [that](/articles/no-such/), [this](/articles/new/) and [rain](/articles/rain/).\n`,
  };
  writeFiles(contentRoot, edited);
  const last = {
    key: before,
    read: (file: string) => (existsSync(join(before, file)) ? readFileSync(join(before, file)) : undefined),
  };
  return { folder, contentRoot, before, out: join(folder, 'site'), rain, last };
}

it('a build puts out what is right, says first and last what is not, and ends with 3', async () => {
  const { contentRoot, out } = newsrooms();
  const { status, stdout, stderr } = await callScript('build', ['--content', contentRoot, '--out', out, ...CALL]);
  expect(status).toBe(3);
  const lines = stderr.trimEnd().split('\n');
  expect(lines.slice(0, 4)).toEqual([
    'Not everything goes out as it is: 3 files have mistakes. Everything else does. Of these, readers see:',
    '  articles/en/2026/links.md: the text, and 3 links as words',
    '  articles/en/2026/new.md: nothing; no earlier version is known',
    '  articles/en/2026/rain.md: nothing; no earlier version is known',
  ]);
  expect(lines.at(-1)).toBe('Built, but not all as it is: 3 files have mistakes.');
  expect(stderr).toMatch(/^articles\/en\/2026\/rain\.md:\d+:1 {2}error {2}pubDate \("soon"\) {2}is not a date/m);
  expect(stdout).toContain('articles: 2 en, 1 es');
  const page = readFileSync(join(out, 'articles/links/index.html'), 'utf8');
  expect(page).toContain('See that, this and rain.');

  // Nothing has changed: it is told all the same.
  const again = await callScript('build', ['--content', contentRoot, '--out', out, '--lang', 'es', ...CALL]);
  expect(again.status).toBe(3);
  expect(again.stderr).toContain('  articles/en/2026/links.md: el texto, y 3 enlaces como palabras\n');
  expect(again.stderr.trimEnd().split('\n').at(-1)).toBe(
    'Construido, pero no todo tal como está: 3 archivos tienen errores.',
  );
});

it('a strict build makes nothing of a newsroom with a mistake, and ends with 1', async () => {
  const { contentRoot, out } = newsrooms();
  const { status, stderr } = await callScript('build', ['--content', contentRoot, '--out', out, '--strict', ...CALL]);
  expect(stderr).toContain('3 mistakes to fix. Nothing was built; the last site is unchanged.');
  expect(status).toBe(1);
});

it('a build with mistakes is the same site, whether anything of the last one is reused or not', async () => {
  const { folder, contentRoot, before, out, rain, last } = newsrooms();
  await built({ contentRoot: before, out });
  const headline = headlineOf(out);
  for (const file of ['articles/en/2026/rain.webp', 'authors/bruno-ich.yaml']) rmSync(join(contentRoot, file));
  const clean = join(folder, 'clean');
  const compare = async () => {
    const options = { contentRoot, isStrict: false, last };
    const { report } = await built({ ...options, out });
    rmSync(clean, { recursive: true, force: true });
    await built({ ...options, out: clean, isClean: true });
    const [one, other] = [out, clean].map((site) => ({ folder: site, files: filesBelow(site) }));
    expect(one && other && differences(one, other)).toEqual([]);
    return report.faulty;
  };
  expect(await compare()).toEqual([
    { file: 'articles/en/2026/links.md', shown: 'current', why: 'needs', deadLinks: 2 },
    { file: 'articles/en/2026/new.md', shown: 'nothing', why: 'new', deadLinks: 0 },
    { file: 'articles/en/2026/rain.md', shown: 'earlier', deadLinks: 0 },
    { file: 'articles/en/2026/rain.webp', shown: 'earlier', why: 'gone', deadLinks: 0 },
    { file: 'authors/bruno-ich.yaml', shown: 'earlier', why: 'gone', deadLinks: 0 },
  ]);
  expect(headlineOf(out)).toBe(headline);

  // When the mistakes are gone, nothing of earlier versions is left.
  cpSync(before, contentRoot, { recursive: true });
  writeFileSync(join(contentRoot, 'articles/en/2026/rain.md'), rain.replace(/^title: .*$/m, 'title: More rain'));
  for (const name of ['links', 'new']) rmSync(join(contentRoot, `articles/en/2026/${name}.md`));
  expect(await compare()).toEqual([]);
  expect(headlineOf(out)).toContain('More rain');
});

/** As the page of the story about rain has it. */
function headlineOf(site: string): string | undefined {
  return /<h1>[^<]*/.exec(readFileSync(join(site, 'articles/rain/index.html'), 'utf8'))?.[0];
}

it('a publish shows what was published of a file with mistakes, says so, tells editors, and ends with 3', async () => {
  const { folder, contentRoot, before, out } = newsrooms();
  const target = join(folder, 'www');
  mkdirSync(target);
  const served = () => join(target, 'current');
  const publish = (content: string, ...more: string[]) =>
    callScript('deploy', ['--to', `dir:${target}`, '--content', content, '--out', out, ...CALL, ...more]);
  const edited = join(folder, 'edited');
  cpSync(contentRoot, edited, { recursive: true });
  cpSync(before, contentRoot, { recursive: true });
  for (const name of ['links', 'new']) rmSync(join(contentRoot, `articles/en/2026/${name}.md`));
  expect(await publish(contentRoot)).toMatchObject({ status: 0, stderr: '' });
  const headline = headlineOf(served());

  cpSync(edited, contentRoot, { recursive: true });
  const lines = [
    '  articles/en/2026/links.md: the text, and 2 links as words',
    '  articles/en/2026/new.md: nothing; it was not published before',
    '  articles/en/2026/rain.md: the last published version',
  ];
  const summary = join(folder, 'summary.md');
  const { status, stderr, stdout } = await publish(contentRoot, '--summary', summary);
  expect(status).toBe(3);
  expect(stderr.trimEnd().split('\n').slice(-4)).toEqual([
    'Published, but not all as it is: 3 files have mistakes. Of these, readers see:',
    ...lines,
  ]);
  expect(stdout).toContain('Published: ');
  expect(headlineOf(served())).toBe(headline);
  expect(existsSync(join(served(), 'articles/links/index.html'))).toBe(true);
  expect(readFileSync(summary, 'utf8')).toContain('Readers see: the last published version.');

  // Still broken: what readers see now is what was kept.
  const again = await publish(contentRoot, '--check');
  expect(again.status).toBe(3);
  expect(again.stderr).toContain(
    ['It would be published, but not all as it is: 3 files have mistakes. Of these, readers would see:', ...lines].join(
      '\n',
    ),
  );
  expect(again.stdout).toContain('This site is already served: there would be nothing to do.');

  const strict = await publish(contentRoot, '--strict', '--summary', summary);
  expect(strict).toMatchObject({ status: 1 });
  expect(strict.stderr).toContain('Nothing was published; the served site is unchanged.');
  expect(readFileSync(summary, 'utf8')).toContain('## Nothing was published: readers see the site as it was\n');
});
