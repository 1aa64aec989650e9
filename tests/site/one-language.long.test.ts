import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parseSite } from '#src/site.ts';
import { crawl } from './crawl.ts';
import { siteIn } from './other-languages.ts';

it('a paper in one language has no sign of the other, whose folders a build names and leaves alone', async () => {
  const { folder, out, start, built, site } = siteIn('en');
  expect(built.status).toBe(0);
  expect(built.stderr).toContain('articles/es/');
  expect(built.stderr).toContain('is the folder of a language in which the paper has no edition');
  expect(
    site.pages.filter(({ html }) => /hreflang|lang="es|edition-switch/.test(html)).map(({ path }) => path),
  ).toEqual([]);
  expect(existsSync(join(out, '_search/es'))).toBe(false);
  expect((await crawl(out, parseSite().url)).dead).toEqual([]);
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
