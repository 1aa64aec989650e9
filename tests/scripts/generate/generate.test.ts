import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { parseYaml, splitFrontMatter } from '#src/reading/front-matter.ts';
import { listFiles } from '#src/reading/list-files.ts';
import { COLLECTIONS, TEXT_COLLECTIONS, type Collection } from '#src/schemas/collections.ts';
import { schemaPath } from '../../../scripts/generate/content-schemas.ts';
import { STAMP, writeGenerated } from '../../../scripts/generate/generated-file.ts';
import { generatedFiles } from '../../../scripts/generate/generated-files.ts';
import { temporaryFolder } from '../../temporary-folder.ts';
import { PATIENCE, runScript } from '../run-script.ts';

const PROJECT = join(import.meta.dirname, '..', '..', '..');

describe('the generated files', () => {
  it('match the schemas: if this fails, run “npm run generate” and commit what it writes', () => {
    expect(writeGenerated(generatedFiles, PROJECT, 'check')).toEqual([]);
  });

  it('say that they are generated, and by which command', () => {
    const unstamped = generatedFiles.filter(({ text }) => !text().includes(STAMP));
    expect(unstamped.map(({ path }) => path)).toEqual([]);
  });

  it('are written if they are missing, and left alone if they are up to date', () => {
    const root = temporaryFolder();
    expect(writeGenerated(generatedFiles, root, 'check')).toHaveLength(generatedFiles.length);
    expect(writeGenerated(generatedFiles, root, 'write')).toHaveLength(generatedFiles.length);
    expect(writeGenerated(generatedFiles, root, 'write')).toEqual([]);
  });
});

describe('npm run generate', () => {
  it('names with --check what is out of date, and the command that fixes it', PATIENCE, () => {
    const root = temporaryFolder();
    writeGenerated(generatedFiles, root, 'write');
    expect(runScript('generate', ['--check'], { cwd: root })).toMatchObject({ status: 0 });
    writeGenerated([{ path: '.vscode/schemas/tags.json', text: () => 'edited by hand' }], root, 'write');
    const { status, stderr } = runScript('generate', ['--check'], { cwd: root });
    expect(stderr).toBe('Out of date: .vscode/schemas/tags.json. Run “npm run generate” and commit what it writes.\n');
    expect(status).toBe(1);
    expect(runScript('generate', [], { cwd: root }).stdout).toBe('Written: .vscode/schemas/tags.json\n');
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
    expect(names.length).toBeGreaterThan(4);
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
