import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { parseYaml } from '#src/reading/front-matter.ts';
import { splitFrontMatter } from '#src/reading/split-front-matter.ts';
import { listFiles } from '#src/reading/list-files.ts';
import { COLLECTIONS, TEXT_COLLECTIONS, type Collection } from '#src/schemas/collections.ts';
import { schemaPath } from '../../../scripts/generate/content-schemas.ts';
import { STAMP, writeGenerated } from '../../../scripts/generate/generated-file.ts';
import { generatedFiles } from '../../../scripts/generate/generated-files.ts';
import { temporaryFolder } from '../../temporary-folder.ts';
import { callScript } from '../call-script.ts';

const PROJECT = join(import.meta.dirname, '..', '..', '..');

describe('the generated files', () => {
  it('match the schemas: if this fails, run “npm run generate” and commit what it writes', () => {
    expect(writeGenerated(generatedFiles, PROJECT, 'check')).toEqual([]);
  });

  it('say that they are generated, and by which command', () => {
    const unstamped = generatedFiles.filter(({ text }) => !text().includes(STAMP));
    expect(unstamped.map(({ path }) => path)).toEqual([]);
  });
});

describe('npm run generate', () => {
  it('writes what is missing or out of date, and with --check only names it and the command that writes it', async () => {
    const root = temporaryFolder();
    const generate = (...options: string[]) => callScript('generate', options, { cwd: root });
    expect((await generate()).stdout).toBe(`Written: ${generatedFiles.map(({ path }) => path).join(', ')}\n`);
    expect(await generate('--check')).toMatchObject({ status: 0 });
    writeFileSync(join(root, '.vscode/schemas/tags.json'), 'edited by hand');
    const { status, stderr } = await generate('--check');
    expect(stderr).toBe('Out of date: .vscode/schemas/tags.json. Run “npm run generate” and commit what it writes.\n');
    expect(status).toBe(1);
    expect((await generate()).stdout).toBe('Written: .vscode/schemas/tags.json\n');
  });
});

describe('the JSON Schemas for editors’ programs', () => {
  const schemaOf = (collection: Collection) =>
    z.fromJSONSchema(
      JSON.parse(readFileSync(join(PROJECT, schemaPath(collection)), 'utf8')) as z.core.JSONSchema.JSONSchema,
    );
  const dataOf = (collection: Collection, name: string) => {
    const text = readFileSync(join(PROJECT, 'src/content', collection, name), 'utf8');
    const yaml = parseYaml(TEXT_COLLECTIONS.has(collection) ? (splitFrontMatter(text)?.frontMatter ?? '') : text);
    return yaml.ok ? yaml.data : undefined;
  };

  it.each(COLLECTIONS)('accept every file of the sample newsroom in %s', (collection) => {
    const schema = schemaOf(collection);
    const names = listFiles(join(PROJECT, 'src/content', collection)).filter((name) => /\.(?:md|yaml)$/.test(name));
    const refused = names.filter((name) => !schema.safeParse(dataOf(collection, name)).success);
    expect(names.length).toBeGreaterThan(1);
    expect(refused).toEqual([]);
  });

  it.each([
    ['articles', { headline: 'misspelt' }],
    ['articles', { title: 'x'.repeat(141) }],
    ['articles', { featured: 'middle' }],
    ['articles', { picture: { src: '/pictures/reef.webp', alt: 'A reef' } }],
    ['articles', { pubDate: 'tomorrow' }],
  ] as const)('refuse in %s %o', (collection, change) => {
    const good = dataOf(collection, 'en/2026/glass.md');
    expect(schemaOf(collection).safeParse(good).success).toBe(true);
    expect(schemaOf(collection).safeParse({ ...(good as object), ...change }).success).toBe(false);
  });

  it('say what a field is for, in both languages', () => {
    const { properties } = JSON.parse(readFileSync(join(PROJECT, schemaPath('articles')), 'utf8')) as {
      properties: Record<string, { title: string; description: string }>;
    };
    expect(properties['dateline']).toMatchObject({
      title: 'Dateline / Lugar de origen',
      description: expect.stringContaining('\n\n') as string,
    });
    expect(JSON.stringify(properties)).not.toContain('x-kind');
  });
});
