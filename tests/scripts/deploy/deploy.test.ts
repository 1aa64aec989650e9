import { spawn, spawnSync } from 'node:child_process';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ORIGIN, writeSite } from '../../small-site.ts';
import { AROUND, STORY } from '../../temporary-folder.ts';
import { callScript } from '../call-script.ts';
import { NIGHT, deployment } from './deployment.ts';

const SCRIPT = join(import.meta.dirname, '../../../scripts/deploy.ts');

const inode = (path: string) => statSync(path).ino;

describe('a deploy', () => {
  it('points a relative link at a release that holds the site’s files and nothing else', async () => {
    const { build, deploy, target, served, releases } = deployment();
    build({ stories: { reef: {} } });
    const { status, stdout, stderr } = await deploy();
    expect(stderr).toBe('');
    expect(stdout).toContain('Pages: 3 added, 0 changed, 0 removed; other files: 3 added, 0 changed, 0 removed\n');
    expect(stdout).toContain(`Published: ${join(target, 'current')} → releases/${served()}\n`);
    expect(status).toBe(0);
    expect(served()).toMatch(/^\d{8}T\d{6}Z-[0-9a-f]{8}$/);
    expect(releases()).toEqual([served()]);
    expect(readdirSync(target).sort()).toEqual(['current', 'releases', 'status']);
    expect(readdirSync(join(target, 'current')).sort()).toEqual(
      ['404.html', '_astro', 'articles', 'index.html', 'rss.xml', 'sitemap-0.xml'].sort(),
    );
  });

  it('links what did not change to the last release, never to the built site', async () => {
    const { build, deploy, built, live } = deployment();
    build({ stories: { reef: {}, rain: {} } });
    await deploy();
    const [reef, rain] = ['articles/reef/index.html', 'articles/rain/index.html'].map((path) => inode(live(path)));
    const before = statSync(live('articles/rain/index.html')).mtimeMs;
    build({ stories: { reef: {}, rain: { text: 'It rained.' } } });
    expect((await deploy()).stdout).toContain('; 6 linked, 1 written');
    expect(inode(live('articles/reef/index.html'))).toBe(reef);
    expect(inode(live('articles/reef/index.html'))).not.toBe(inode(join(built, 'articles/reef/index.html')));
    expect(inode(live('articles/rain/index.html'))).not.toBe(rain);
    // Servers tell versions apart by whole seconds.
    expect(statSync(live('articles/rain/index.html')).mtimeMs - before).toBeGreaterThanOrEqual(1000);
  });

  it('writes again what someone has changed in the last release', async () => {
    const { build, deploy, live } = deployment();
    build({ stories: { reef: {} } });
    await deploy();
    appendFileSync(live('articles/reef/index.html'), 'scribble');
    build({ stories: { reef: {}, rain: {} } });
    await deploy();
    expect(readFileSync(live('articles/reef/index.html'), 'utf8')).not.toContain('scribble');
  });

  it('makes folders and files that every user may read, whatever the umask', async () => {
    const { build, deploy, target, live } = deployment();
    build({ stories: { reef: {} } });
    const umask = process.umask(0o077);
    onTestFinished(() => void process.umask(umask));
    await deploy();
    const mode = (path: string) => (statSync(path).mode & 0o777).toString(8);
    expect([target, join(target, 'releases'), live(''), live('articles/reef')].map(mode)).toEqual(Array(4).fill('755'));
    expect([live('index.html'), live('articles/reef/index.html')].map(mode)).toEqual(['644', '644']);
  });

  it('does nothing if the site is already served, but remembers the later instant', async () => {
    const { build, deploy, served, releases } = deployment();
    build({ stories: { reef: {} } });
    await deploy('--now', NIGHT);
    const id = served();
    expect((await deploy('--now', '2026-11-24T03:00:00Z')).stdout).toContain(
      `This site is already served (${id}): there is nothing to do.`,
    );
    expect(releases()).toEqual([id]);
    expect((await deploy('--now', NIGHT)).status).toBe(1);
  });

  it('keeps as many releases as --keep says, and the one that is served', async () => {
    const { build, deploy, rollBack, releases, served } = deployment();
    const ids: string[] = [];
    for (const word of ['a', 'b', 'c']) {
      build({ stories: { reef: { text: word } } });
      await deploy('--keep', '3');
      ids.push(served());
    }
    await rollBack(ids[0] ?? '');
    build({ stories: { reef: { text: 'd' } } });
    expect((await deploy('--keep', '2')).stdout).toContain('Old releases removed: 2\n');
    expect(releases()).toEqual([ids[2], served()]);
  });

  it('removes what killed deploys left behind', async () => {
    const { build, deploy, target, releases, served } = deployment();
    build({ stories: { reef: {} } });
    mkdirSync(join(target, 'releases/.writing-4294967295-1/articles'), { recursive: true });
    mkdirSync(join(target, 'releases/.removing-20261124T000000Z-00000000'));
    writeFileSync(join(target, 'releases/20261124T000000Z-00000000.json'), '{}');
    writeFileSync(join(target, '.deploy-lock'), '4294967295-1');
    writeFileSync(join(target, '.deploy-lock.4294967295-1'), '');
    symlinkSync('releases/nowhere', join(target, '.deploy-link-4294967295-1'));
    expect((await deploy()).status).toBe(0);
    expect(readdirSync(target).sort()).toEqual(['current', 'releases', 'status']);
    expect(readdirSync(join(target, 'releases'))).toEqual([served(), `${served()}.json`]);
    expect(releases()).toHaveLength(1);
  });

  it('waits for another one to the same place', async () => {
    const { build, target, built, live } = deployment();
    build({ stories: { reef: {} } });
    const other = spawn('sleep', ['1000'], { stdio: 'ignore' });
    onTestFinished(() => void other.kill());
    writeFileSync(join(target, '.deploy-lock'), String(other.pid));
    const deploy = spawn(process.execPath, [SCRIPT, '--to', `dir:${target}`, '--built', built]);
    deploy.stderr.once('data', () => {
      expect(existsSync(live(''))).toBe(false);
      other.kill();
    });
    expect(await text(deploy.stderr)).toBe(
      `Another deploy (process ${other.pid}) to ${target} is running; this one starts when it ends.\n`,
    );
    expect(existsSync(live('index.html'))).toBe(true);
  });

  it('only reports what it would change with --check', async () => {
    const { build, deploy, target, served, releases } = deployment();
    build({ stories: { reef: {}, rain: {} } });
    expect((await deploy('--check')).stdout).toContain('It would be published. Nothing was changed.\n');
    expect(readdirSync(target)).toEqual([]);
    await deploy();
    const id = served();
    build({ stories: { reef: { text: 'Fish.' }, tide: {} } });
    const { stdout, status } = await deploy('--check');
    expect(stdout.split('\n').slice(0, 6)).toEqual([
      'Pages: 1 added, 2 changed, 1 removed; other files: 0 added, 2 changed, 0 removed',
      '  added    /articles/tide/',
      '  changed  /articles/reef/',
      '  changed  /',
      '  removed  /articles/rain/',
      'It would be published. Nothing was changed.',
    ]);
    expect(status).toBe(0);
    expect(releases()).toEqual([id]);
    build({ stories: { reef: {} }, files: { 'a.html': '<a href="/nowhere/">' } });
    expect((await deploy('--check')).status).toBe(1);
  });
});

describe('a web server that reads its rules only when it starts', () => {
  const rules = (text: string) => ({ stories: { reef: {} }, files: { 'hosting/nginx-redirects.conf': text } });

  it('is told to read them again when they have changed, and only then, also after a step back', async () => {
    const { build, deploy, rollBack, folder } = deployment();
    const log = join(folder, 'reloads');
    const reload = ['--reload', `echo again >> '${log}'`];
    const count = () => (existsSync(log) ? readFileSync(log, 'utf8').split('again').length - 1 : 0);
    build(rules('one'));
    await deploy(...reload);
    build({ ...rules('one'), stories: { reef: { text: 'More.' } } });
    await deploy(...reload);
    expect(count()).toBe(1);
    build(rules('two'));
    expect((await deploy(...reload)).stdout).toContain(
      'The rules for old addresses or headers have changed: echo again',
    );
    expect(count()).toBe(2);
    await rollBack(...reload);
    expect(count()).toBe(3);
  });

  it('holds no site back if it cannot be told, but the deploy ends with 3 and says what to do', async () => {
    const { build, deploy, live } = deployment();
    build(rules('one'));
    const { stderr, status } = await deploy('--reload', 'exit 7');
    expect(stderr).toBe(
      '“exit 7” failed (exit code 7): the site is published, but the web server still has its old rules. ' +
        'Run the command by hand, and see what it says.\n',
    );
    expect(status).toBe(3);
    expect(existsSync(live('index.html'))).toBe(true);
  });
});

describe('a deploy is refused', () => {
  it('if the folder holds something else, or is the one that is built', async () => {
    const { build, built, folder, deploy } = deployment();
    build({ stories: { reef: {} } });
    const into = (path: string) => callScript('deploy', ['--to', `dir:${path}`, '--built', built]);
    expect((await into(folder)).stderr).toBe(
      `--to dir:${folder}: the folder holds something else (built); choose an empty one\n`,
    );
    mkdirSync(join(built, 'x'));
    expect((await into(join(built, 'x'))).stderr).toBe(
      `--to dir:${join(built, 'x')}: must not be inside the built site, nor contain it\n`,
    );
    expect((await deploy()).status).toBe(0);
  });

  it('if the folder is missing, as that of a mistyped path is, unless it is to be made', async () => {
    const { build, built, folder } = deployment();
    build({ stories: { reef: {} } });
    const path = join(folder, 'srv/newz');
    const call = ['--to', `dir:${path}`, '--built', built];
    for (const option of ['--check', '--rollback', '--force']) {
      const { stderr, status } = await callScript('deploy', [...call, option]);
      expect(stderr).toBe(
        `--to dir:${path}: there is no such folder. If the path is right and this is the first publish, add --create\n`,
      );
      expect(status).toBe(2);
    }
    expect(existsSync(join(folder, 'srv'))).toBe(false);
    expect((await callScript('deploy', [...call, '--create'])).status).toBe(0);
    expect(existsSync(join(path, 'current/index.html'))).toBe(true);
  });

  it('in plain words if the operating system makes no folder there', async () => {
    const { build, built } = deployment();
    build({ stories: { reef: {} } });
    const { stderr, status } = await callScript('deploy', ['--to', 'dir:/proc/news', '--built', built, '--create']);
    expect(stderr).toBe(
      '/proc/news cannot be made: no folder can be made there (ENOENT). Choose another place. ' +
        'Nothing was published; the served site is unchanged.\n',
    );
    expect(status).toBe(1);
  });

  it('if the clock went back, unless forced', async () => {
    const { build, deploy, served } = deployment();
    build({ stories: { reef: {} } });
    await deploy('--now', NIGHT);
    const id = served();
    build({ stories: { reef: {}, rain: {} } });
    const { stderr, status } = await deploy('--now', '2026-11-24T01:59:00Z');
    expect(stderr).toBe(
      `This site is for 2026-11-24T01:59:00.000Z, but the served one (${id}) is for 2026-11-24T02:00:00.000Z: is the clock right? Nothing was published. --force publishes it anyway.\n`,
    );
    expect(status).toBe(1);
    expect(served()).toBe(id);
    expect((await deploy('--now', '2026-11-24T01:59:00Z', '--force')).status).toBe(0);
    expect(served() > id).toBe(true);
  });

  it('if the newsroom is at an older commit than what is served, unless forced', async () => {
    const { build, deploy, served, folder } = deployment();
    const content = join(folder, 'content');
    writeSite(content, { ...AROUND, 'articles/en/2026/reef.md': STORY });
    const git = (...options: string[]) =>
      spawnSync('git', ['-C', content, '-c', 'user.name=A', '-c', 'user.email=a@b.example', ...options]);
    git('init', '-q');
    git('add', '.');
    git('commit', '-qm', 'One');
    git('commit', '-qm', 'Two', '--allow-empty');
    build({ stories: { reef: {} } });
    expect((await deploy('--content', content, '--now', '2026-11-24T01:00:00Z')).stderr).toBe('');
    const id = served();
    git('checkout', '-q', 'HEAD~1');
    const again = ['--content', content, '--now', NIGHT];
    const { stderr, status } = await deploy(...again);
    expect(stderr).toMatch(
      /^.*content is at commit [0-9a-f]{12} of .*, but the served site \(.*\) was built from the later commit [0-9a-f]{12} of .*: pull first\. Nothing was published\. --force publishes it anyway\.\n$/,
    );
    expect(status).toBe(1);
    expect(served()).toBe(id);
    expect((await deploy(...again, '--force')).status).toBe(0);
  });

  it('if links lead nowhere, each mistake reported once with its place, unless forced', async () => {
    const { build, deploy, served } = deployment();
    build({ stories: { reef: {} } });
    await deploy();
    const id = served();
    build({
      stories: { reef: {}, rain: {} },
      files: {
        'about/index.html': `<p id="us">\n<a href="/articles/tide/">a</a><a href="/articles/reef">b</a>\n<a href="#them">c</a><a href="/about/#us">d</a><a href="/?q=1#top-of-page">e</a><a href="https://elsewhere.example/x">f</a>\n<img srcset="/a.webp 1x, /b.webp 2x" src="/favicon.svg"><link rel="canonical" href="${ORIGIN}who/">\n<style>p { background: url("/c.webp") }</style><!-- <a href="/comment/"> --><script>'<a href="/script/">'</script>`,
        'favicon.svg': '<svg/>',
        'a.webp': 'a',
        'contact/index.html': '<a href="/articles/tide/">again</a>',
        'es/rss.xml': `<rss><link>${ORIGIN}es/</link></rss>`,
        '_astro/main.js': 'import{a}from"./part.js";',
      },
    });
    const { stderr, status } = await deploy();
    expect(stderr.split('\n')).toEqual([
      '_astro/main.js:1:10  error  import ("./part.js")  leads nowhere: the site has no such file — build again; if it is still missing, fix the template that names it',
      'about/index.html:2:10  error  href ("/articles/tide/")  leads nowhere: the site has no such file (also in one other place) — correct the address in the text or template that names it',
      'about/index.html:2:41  error  href ("/articles/reef")  leads to a page without the slash at its end — end the address with a slash',
      'about/index.html:3:10  error  href ("#them")  leads to an id that /about/ does not have — correct or remove what follows the #',
      'about/index.html:4:14  error  srcset ("/b.webp")  leads nowhere: the site has no such file — build again; if it is still missing, fix the template that names it',
      `about/index.html:4:85  error  href ("${ORIGIN}who/")  leads nowhere: the site has no such file — correct the address in the text or template that names it`,
      'about/index.html:5:24  error  style ("/c.webp")  leads nowhere: the site has no such file — build again; if it is still missing, fix the template that names it',
      `es/rss.xml:1:6  error  link ("${ORIGIN}es/")  leads nowhere: the site has no such file — build again; if it is still missing, fix the template that names it`,
      '',
      '8 mistakes in the built site.',
      '--force publishes the site in spite of these mistakes.',
      'Nothing was published; the served site is unchanged.',
      '',
    ]);
    expect(status).toBe(1);
    expect(served()).toBe(id);
    expect((await deploy('--force')).status).toBe(0);
  });

  it('if a page that has not changed names one that is gone', async () => {
    const { build, deploy } = deployment();
    const files = { 'about/index.html': '<a href="/articles/rain/">rain</a>' };
    build({ stories: { reef: {}, rain: {} }, files });
    await deploy();
    build({ stories: { reef: {} }, files });
    expect((await deploy()).stderr).toContain('about/index.html:1:10  error  href ("/articles/rain/")  leads nowhere');
  });

  it('if counts do not match', async () => {
    const { build, deploy, built } = deployment();
    build({ stories: { reef: {} }, hasSearch: true });
    mkdirSync(join(built, 'articles/lost'));
    writeFileSync(join(built, 'articles/lost/index.html'), '<p>');
    expect((await deploy()).stderr.split('\n').slice(0, 2)).toEqual([
      '_search/en/index.bin  error  holds 1 articles and events, but 2 have a page — build again; the site is incomplete',
      'articles/lost/index.html  error  is an article that no sitemap names — build again; the site is incomplete',
    ]);
  });

  it('if readers would lose more than a tenth of the paper to mistakes, unless forced', async () => {
    const { build, deploy, folder } = deployment();
    const broken = Array.from({ length: 11 }, (_, number) => [
      `articles/en/2026/old-${number}.md`,
      STORY.replace('2026-11-20T09:00', 'soon'),
    ]);
    const content = writeSite(join(folder, 'content'), {
      ...AROUND,
      'articles/en/2026/reef.md': STORY,
      ...(Object.fromEntries(broken) as Record<string, string>),
    });
    build({ stories: { reef: {} } });
    const call = ['--content', content, '--now', NIGHT];
    const { stderr, status } = await deploy(...call);
    expect(stderr.split('\n')[0]).toBe(
      'articles/  error  has 11 of 12 articles with mistakes, of which readers would see nothing — correct what “npm run lint:content” reports',
    );
    expect(status).toBe(1);
    expect((await deploy(...call, '--force')).status).toBe(3);
  });

  it('if a withheld article can be seen, forced or not', async () => {
    const { build, deploy, folder, target } = deployment();
    const draft = STORY.replace('---\n', '---\ndraft: true\n').replace('The reef has a quiet morning', 'Canary');
    const content = writeSite(join(folder, 'content'), {
      ...AROUND,
      'articles/en/2026/reef.md': STORY,
      'articles/en/2026/secret.md': draft,
    });
    build({
      stories: { reef: {}, secret: {} },
      hasSearch: true,
      files: { 'es/rss.xml': '<rss><title>Canary</title></rss>' },
    });
    const { stderr, status } = await deploy('--content', content, '--now', NIGHT, '--force');
    const fix = 'do not publish; build again, and if it is still there, fix the template or feed that shows it';
    expect(stderr.split('\n').map((line) => line.replace(/articles\/[0-9a-f]+\//, 'articles/…/'))).toEqual([
      `_search/en/articles/…/1.bin  error  ("/articles/secret/")  holds the text of a withheld article (draft) — ${fix}`,
      `articles/secret/index.html  error  shows a withheld article (draft) — ${fix}`,
      `es/rss.xml  error  ("Canary")  holds the title of a withheld article (draft) — ${fix}`,
      `rss.xml  error  ("/articles/secret/")  names a withheld article (draft) (also in one other place) — ${fix}`,
      '',
      '4 mistakes in the built site.',
      'Nothing was published; the served site is unchanged.',
      '',
    ]);
    expect(status).toBe(1);
    expect(existsSync(join(target, 'current'))).toBe(false);
  });
});

describe('what a reader’s open page still needs', () => {
  const old = {
    stories: {
      reef: { picture: 'reef.aaaaaaaaaaaaaaaa.480x270.webp' },
      rain: { picture: 'rain.bbbbbbbbbbbbbbbb.480x270.webp' },
    },
  };

  it('stays, but no page does', async () => {
    const { build, deploy, live } = deployment();
    build(old);
    await deploy();
    build({ stories: { reef: {} }, mark: 'two00000' });
    expect((await deploy()).stdout).toContain('and 2 retained for open pages; 2 linked');
    expect(existsSync(live('_astro/frame.one00000.css'))).toBe(true);
    expect(existsSync(live('_pictures/reef.aaaaaaaaaaaaaaaa.480x270.webp'))).toBe(true);
    // The article that showed it is no longer public.
    expect(existsSync(live('_pictures/rain.bbbbbbbbbbbbbbbb.480x270.webp'))).toBe(false);
    expect(existsSync(live('articles/rain/index.html'))).toBe(false);
  });

  it('goes at once with --drop-assets', async () => {
    const { build, deploy, live } = deployment();
    build(old);
    await deploy();
    build({ ...old, mark: 'two00000' });
    await deploy();
    expect(existsSync(live('_astro/frame.one00000.css'))).toBe(true);
    await deploy('--drop-assets');
    expect(existsSync(live('_astro/frame.one00000.css'))).toBe(false);
  });
});

describe('a rollback', () => {
  it('switches back to the previous release, or to the one named', async () => {
    const { build, deploy, rollBack, served, target } = deployment();
    const ids: string[] = [];
    for (const word of ['a', 'b', 'c']) {
      build({ stories: { reef: { text: word } } });
      await deploy();
      ids.push(served());
    }
    expect((await rollBack()).stdout).toBe(`Rolled back: ${join(target, 'current')} → releases/${ids[1]}\n`);
    expect(served()).toBe(ids[1]);
    await rollBack();
    expect(served()).toBe(ids[0]);
    expect((await rollBack()).stderr).toBe(
      `--rollback: there is no release before ${ids[0]} in ${join(target, 'releases')}\n`,
    );
    await rollBack(ids[2] ?? '');
    expect(served()).toBe(ids[2]);
    const { stderr, status } = await rollBack('20200101T000000Z-00000000');
    expect(stderr).toBe(
      `--rollback 20200101T000000Z-00000000: there is no such release; there are ${ids.join(', ')}\n`,
    );
    expect(status).toBe(2);
  });
});
