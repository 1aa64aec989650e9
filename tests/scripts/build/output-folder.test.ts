import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { prepareOutput } from '../../../scripts/build/output-folder.ts';
import { UsageError } from '../../../scripts/shared/command-line.ts';
import { temporaryFolder } from '../../temporary-folder.ts';

/** The files that make a folder a built site, and its front page. */
const siteFiles = (at: string, front: string) => ({
  [`${at}/index.html`]: front,
  [`${at}/sitemap-index.xml`]: '<sitemapindex/>',
  [`${at}/robots.txt`]: 'User-agent: *',
  [`${at}/pagefind/pagefind.js`]: '',
  [`${at}/_astro/frame.css`]: '',
});

const frontOf = (site: string) => readFileSync(join(site, 'index.html'), 'utf8');
const fill = (site: string) => writeFileSync(join(site, 'index.html'), 'new');

/** No process has this id: it is beyond the greatest that Linux, macOS and Windows give. */
const DEAD = '4294967295';

describe('the folder of a site', () => {
  it('gets the new site whole, and nothing is left beside it', () => {
    const folder = temporaryFolder(siteFiles('dist', 'old'));
    const output = prepareOutput(join(folder, 'dist'));
    fill(output.site);
    expect(frontOf(join(folder, 'dist'))).toBe('old');
    output.publish();
    output.discard();
    expect(frontOf(join(folder, 'dist'))).toBe('new');
    expect(readdirSync(folder)).toEqual(['dist']);
  });

  it('keeps the last site where the build fails', () => {
    const folder = temporaryFolder(siteFiles('dist', 'old'));
    prepareOutput(join(folder, 'dist')).discard();
    expect(frontOf(join(folder, 'dist'))).toBe('old');
    expect(readdirSync(folder)).toEqual(['dist']);
  });

  it('keeps the last site where the new one cannot be put in its place', () => {
    const folder = temporaryFolder(siteFiles('dist', 'old'));
    const output = prepareOutput(join(folder, 'dist'));
    rmSync(output.site, { recursive: true });
    expect(() => output.publish()).toThrow('ENOENT');
    expect(frontOf(join(folder, 'dist'))).toBe('old');
    output.discard();
    expect(frontOf(join(folder, 'dist'))).toBe('old');
    expect(readdirSync(folder)).toEqual(['dist']);
  });

  it.each([`.dist-building-${DEAD}`, `.dist-building-${DEAD}-77`, `.dist-building-${process.pid}-1`])(
    'gets the last site back that a build killed while publishing left in %s',
    (left) => {
      const folder = temporaryFolder(siteFiles(`${left}/last`, 'old'));
      const output = prepareOutput(join(folder, 'dist'));
      expect(frontOf(join(folder, 'dist'))).toBe('old');
      output.discard();
      expect(frontOf(join(folder, 'dist'))).toBe('old');
      expect(readdirSync(folder)).toEqual(['dist']);
    },
  );

  it('keeps the new site where a build was killed between publishing and tidying up', () => {
    const folder = temporaryFolder({
      ...siteFiles('dist', 'newer'),
      ...siteFiles(`.dist-building-${DEAD}-77/last`, 'old'),
    });
    prepareOutput(join(folder, 'dist')).discard();
    expect(frontOf(join(folder, 'dist'))).toBe('newer');
    expect(readdirSync(folder)).toEqual(['dist']);
  });

  it('leaves alone what a build at work has beside it', () => {
    const busy = `.dist-building-${process.ppid}`;
    const folder = temporaryFolder(siteFiles(`${busy}/last`, 'old'));
    prepareOutput(join(folder, 'dist')).discard();
    expect(readdirSync(folder)).toEqual([busy]);
  });

  it.each([
    ['a site', siteFiles('disk/live', 'old')],
    ['an empty folder', { 'disk/notes.txt': '' }],
  ])('may be a link to %s: the link stays, and what it leads to is replaced', (_, files) => {
    const folder = temporaryFolder(files);
    mkdirSync(join(folder, 'disk/live'), { recursive: true });
    symlinkSync('disk/live', join(folder, 'dist'));
    const output = prepareOutput(join(folder, 'dist'));
    fill(output.site);
    output.publish();
    output.discard();
    expect(lstatSync(join(folder, 'dist')).isSymbolicLink()).toBe(true);
    expect(frontOf(join(folder, 'disk/live'))).toBe('new');
    expect(readdirSync(folder).toSorted()).toEqual(['disk', 'dist']);
  });

  it('gets the last site back at the end of a link, too', () => {
    const folder = temporaryFolder(siteFiles(`disk/.live-building-${DEAD}/last`, 'old'));
    symlinkSync('live', join(folder, 'disk/current'));
    symlinkSync('disk/current', join(folder, 'dist'));
    prepareOutput(join(folder, 'dist')).discard();
    expect(frontOf(join(folder, 'dist'))).toBe('old');
    expect(readdirSync(join(folder, 'disk')).toSorted()).toEqual(['current', 'live']);
  });

  it('is refused where links lead in a circle', () => {
    const folder = temporaryFolder();
    symlinkSync('dist', join(folder, 'dist'));
    expect(() => prepareOutput(join(folder, 'dist'))).toThrow(UsageError);
    expect(() => prepareOutput(join(folder, 'dist'))).toThrow(/dist: cannot be used \(ELOOP.*choose another folder/);
  });

  it('is refused where a link leads to somebody’s papers, which are not touched', () => {
    const folder = temporaryFolder({ 'papers/thesis.docx': 'precious' });
    symlinkSync('papers', join(folder, 'dist'));
    expect(() => prepareOutput(join(folder, 'dist'))).toThrow(
      `--out ${join(folder, 'dist')}: the folder holds something that is not a built site; choose an empty one`,
    );
    expect(existsSync(join(folder, 'papers/thesis.docx'))).toBe(true);
  });
});
