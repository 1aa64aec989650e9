import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { prepareOutput, type OutputFolder } from '#src/publish/output-folder.ts';
import { RecordedGroup } from '#src/publish/reuse/recorded-group.ts';
import { sitePlace, writeSiteRecord } from '#src/publish/reuse/site-record.ts';
import { UsageError } from '#src/publish/usage-error.ts';
import { temporaryFolder } from '../../temporary-folder.ts';

/** The files that make a folder a built site, and its front page. */
const siteFiles = (at: string, front: string) => ({
  [`${at}/index.html`]: front,
  [`${at}/sitemap-index.xml`]: '<sitemapindex/>',
  [`${at}/robots.txt`]: 'User-agent: *',
  [`${at}/_search/en/index.bin`]: '',
  [`${at}/_astro/frame.css`]: '',
});

const frontOf = (site: string) => readFileSync(join(site, 'index.html'), 'utf8');
const fill = (output: OutputFolder) => writeFileSync(output.place('index.html'), 'new');

/** Nothing is recorded here. */
const cacheFolder = join(import.meta.dirname, 'no-cache');

/** No process has this id: it is beyond the greatest that Linux, macOS and Windows give. */
const DEAD = '4294967295';

describe('the folder of a site', () => {
  it('gets a first site whole, by one rename, and nothing is left beside it', () => {
    const folder = temporaryFolder();
    const output = prepareOutput(join(folder, 'dist'), cacheFolder);
    writeFileSync(output.place('index.html'), 'new');
    mkdirSync(dirname(output.place('a/index.html')));
    writeFileSync(output.place('a/index.html'), 'page');
    expect(existsSync(join(folder, 'dist'))).toBe(false);
    output.publish([]);
    output.discard();
    expect(frontOf(join(folder, 'dist'))).toBe('new');
    expect(readFileSync(join(folder, 'dist/a/index.html'), 'utf8')).toBe('page');
    expect(readdirSync(folder)).toEqual(['dist']);
  });

  it('gets the files that are new, and loses those that are not in the site, and folders they leave empty', () => {
    const files = { ...siteFiles('dist', 'old'), 'dist/gone/deep/index.html': '', 'dist/gone.xml': '' };
    const folder = temporaryFolder(files);
    const output = prepareOutput(join(folder, 'dist'), cacheFolder);
    fill(output);
    writeFileSync(output.place('b/c/index.html'), 'page');
    expect(frontOf(join(folder, 'dist'))).toBe('old');
    output.publish(['gone/deep/index.html', 'gone.xml', 'never/was/there.html']);
    output.discard();
    expect(frontOf(join(folder, 'dist'))).toBe('new');
    expect(readFileSync(join(folder, 'dist/b/c/index.html'), 'utf8')).toBe('page');
    expect(existsSync(join(folder, 'dist/gone'))).toBe(false);
    expect(existsSync(join(folder, 'dist/gone.xml'))).toBe(false);
    expect(existsSync(join(folder, 'dist/robots.txt'))).toBe(true);
    expect(readdirSync(folder)).toEqual(['dist']);
  });

  it('keeps the last site if the build fails', () => {
    const folder = temporaryFolder(siteFiles('dist', 'old'));
    const output = prepareOutput(join(folder, 'dist'), cacheFolder);
    fill(output);
    output.discard();
    expect(frontOf(join(folder, 'dist'))).toBe('old');
    expect(readdirSync(folder)).toEqual(['dist']);
  });

  it.each([`.dist-building-${DEAD}`, `.dist-building-${DEAD}-77`, `.dist-building-${process.pid}-1`])(
    'is rid of what a killed build left in %s',
    (left) => {
      const folder = temporaryFolder({ ...siteFiles('dist', 'old'), [`${left}/site/0`]: 'half a page' });
      prepareOutput(join(folder, 'dist'), cacheFolder).discard();
      expect(frontOf(join(folder, 'dist'))).toBe('old');
      expect(readdirSync(folder)).toEqual(['dist']);
    },
  );

  it('leaves alone what a build at work has beside it', () => {
    const busy = `.dist-building-${process.ppid}`;
    const folder = temporaryFolder(siteFiles(`${busy}/site`, 'old'));
    prepareOutput(join(folder, 'dist'), cacheFolder).discard();
    expect(readdirSync(folder)).toEqual([busy]);
  });

  it.each([
    ['a site', siteFiles('disk/live', 'old')],
    ['an empty folder', { 'disk/notes.txt': '' }],
  ])('may be a link to %s: the link stays, and what it leads to is replaced', (_, files) => {
    const folder = temporaryFolder(files);
    mkdirSync(join(folder, 'disk/live'), { recursive: true });
    symlinkSync('disk/live', join(folder, 'dist'));
    const output = prepareOutput(join(folder, 'dist'), cacheFolder);
    fill(output);
    output.publish([]);
    output.discard();
    expect(lstatSync(join(folder, 'dist')).isSymbolicLink()).toBe(true);
    expect(frontOf(join(folder, 'disk/live'))).toBe('new');
    expect(readdirSync(folder).toSorted()).toEqual(['disk', 'dist']);
  });

  describe('that has lost one of the files by which sites are known', () => {
    const FILE = { key: 'k', digest: 'd' };
    const damaged = (more: Readonly<Record<string, string>> = {}) => {
      const files: Record<string, string> = { ...siteFiles('dist', 'old'), ...more };
      delete files['dist/sitemap-index.xml'];
      const out = join(temporaryFolder(files), 'dist');
      const names = Object.keys(siteFiles('.', '')).map((path) => path.slice(2));
      const groups = new Map([['all', RecordedGroup.of('key', new Map(names.map((name) => [name, FILE])))]]);
      return { out, record: { groups, leftovers: [] } };
    };

    it('is repaired if its record knows all that is left', () => {
      const { out, record } = damaged();
      const caches = temporaryFolder();
      writeSiteRecord(sitePlace(caches, out), record);
      const output = prepareOutput(out, caches);
      fill(output);
      output.publish([]);
      output.discard();
      expect(frontOf(out)).toBe('new');
    });

    it('is refused if nothing is recorded of it', () => {
      expect(() => prepareOutput(damaged().out, cacheFolder)).toThrow(/something that is not a built site/);
    });

    it('is refused if something is in it that no build made', () => {
      const { out, record } = damaged({ 'dist/thesis.docx': 'precious' });
      const caches = temporaryFolder();
      writeSiteRecord(sitePlace(caches, out), record);
      expect(() => prepareOutput(out, caches)).toThrow(/something that is not a built site/);
    });
  });

  it('is refused if links lead in a circle', () => {
    const folder = temporaryFolder();
    symlinkSync('dist', join(folder, 'dist'));
    expect(() => prepareOutput(join(folder, 'dist'), cacheFolder)).toThrow(UsageError);
    expect(() => prepareOutput(join(folder, 'dist'), cacheFolder)).toThrow(
      /dist: cannot be used \(ELOOP.*choose another folder/,
    );
  });

  it('is refused if a link leads to somebody’s papers, which are not touched', () => {
    const folder = temporaryFolder({ 'papers/thesis.docx': 'precious' });
    symlinkSync('papers', join(folder, 'dist'));
    expect(() => prepareOutput(join(folder, 'dist'), cacheFolder)).toThrow(
      `--out ${join(folder, 'dist')}: the folder holds something that is not a built site; choose an empty one`,
    );
    expect(existsSync(join(folder, 'papers/thesis.docx'))).toBe(true);
  });
});
