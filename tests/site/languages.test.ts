import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseSite } from '#src/site.ts';
import type { BuiltPage } from './built-site.ts';
import { crawl } from './crawl.ts';
import { attribute, named, textOf } from './html.ts';
import { siteIn } from './other-languages.ts';

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
});
