import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseSite } from '#src/site.ts';
import { projectCopy } from '../scripts/setup/set-up-copy.ts';
import { withoutProgress } from '../scripts/without-progress.ts';
import { plainEnvironment } from '../plain-environment.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { NOW } from './build-sites.ts';
import { readSite, type BuiltPage } from './built-site.ts';
import { crawl } from './crawl.ts';
import { attribute, named, textOf } from './html.ts';

/** The site of three articles in English and three in Spanish, of a paper with other editions than the sample's. */
function siteIn(languages: string) {
  const { folder, run } = projectCopy(temporaryFolder());
  expect(run(['--languages', languages, '--git-host', 'folder', '--yes'])).toMatchObject({ status: 0, stderr: '' });
  const start = (...words: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, words, {
      cwd: folder,
      encoding: 'utf8',
      env: plainEnvironment(),
    });
    return { status, stdout, stderr: withoutProgress(stderr) };
  };
  const out = join(folder, 'dist');
  const built = start('scripts/build.ts', '--out', out, '--now', NOW);
  return { folder, out, start, built, site: readSite(out) };
}

const origin = parseSite().url;
const languageOf = ({ document }: BuiltPage) => named(document, 'html').map((html) => attribute(html, 'lang'));

describe('a paper', { timeout: 600_000 }, () => {
  it('in Spanish first has that edition at the root, and the English one below /en/', async () => {
    const { folder, out, start, built, site } = siteIn('es,en');
    expect(built).toMatchObject({ status: 0, stderr: '' });
    const front = site.page('/');
    expect(languageOf(front)).toEqual(['es-MX']);
    expect(languageOf(site.page('/en/'))).toEqual(['en']);
    expect(site.page('/en/articles/rain/')).toBeDefined();
    expect(site.files).toEqual(expect.arrayContaining(['buscar/index.html', 'en/search/index.html', 'en/404.html']));
    expect(site.files.filter((file) => file.startsWith('es/'))).toEqual([]);
    const versions = named(front.document, 'link').filter((link) => attribute(link, 'hreflang') !== undefined);
    expect(versions.map((link) => [attribute(link, 'hreflang'), attribute(link, 'href')])).toEqual([
      ['es-MX', origin],
      ['en', `${origin}en/`],
      ['x-default', origin],
    ]);
    // The page of most hosts for every missing address has both languages.
    expect(named(site.page('/404.html').document, 'h2').map(textOf)).toContain('This page is not here');
    expect((await crawl(out, origin)).dead).toEqual([]);
    expect(start('scripts/generate.ts', '--check')).toMatchObject({ status: 0 });
    expect(readFileSync(join(folder, 'src/site.config.ts'), 'utf8')).toContain("languages: ['es', 'en'],");
  });

  it('in one language has no sign of the other, whose folders a build names and leaves alone', async () => {
    const { folder, out, start, built, site } = siteIn('en');
    expect(built.status).toBe(0);
    expect(built.stderr).toContain('articles/es/');
    expect(built.stderr).toContain('is the folder of a language in which the paper has no edition');
    expect(
      site.pages.filter(({ html }) => /hreflang|lang="es|edition-switch/.test(html)).map(({ path }) => path),
    ).toEqual([]);
    expect(existsSync(join(out, '_search/es'))).toBe(false);
    expect((await crawl(out, origin)).dead).toEqual([]);
    // The form asks for one text, and requires no other.
    expect(start('scripts/generate.ts', '--check')).toMatchObject({ status: 0 });
    const form = readFileSync(join(folder, 'src/admin/generated/fields.en.json'), 'utf8');
    expect(form).not.toContain('"name": "es"');
    const draft = start('scripts/new.ts', 'category', 'The sea');
    expect(draft).toMatchObject({ status: 0, stderr: '' });
    expect(readFileSync(join(folder, 'src/content/categories/the-sea.yaml'), 'utf8')).not.toContain('es:');
    expect(start('scripts/new.ts', 'article', 'El mar', '--lang', 'es')).toMatchObject({
      status: 2,
      stderr: '--lang es: expected en\n',
    });
    expect(start('scripts/lint-content.ts', '--lang', 'es').stdout).toContain('el periódico no tiene edición');
  });
});
