import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { entryFromFile, fileFromEntry } from '#src/admin/content-format.ts';
import { formFields } from '#src/admin/form-fields.ts';
import { parseYaml } from '#src/reading/front-matter.ts';
import { splitFrontMatter } from '#src/reading/split-front-matter.ts';
import { listFiles } from '#src/reading/list-files.ts';
import { collectionSchemas, COLLECTIONS, TEXT_COLLECTIONS, type Collection } from '#src/schemas/collections.ts';
import { plainImageFile } from '#src/schemas/field-tools.ts';
import { temporaryFolder } from '../../temporary-folder.ts';

const CONTENT = join(import.meta.dirname, '..', '..', '..', 'src', 'content');

const FIELDS = new Map(COLLECTIONS.map((collection) => [collection, formFields(collection, 'en')]));
const SCHEMAS = collectionSchemas(plainImageFile);

const read = (collection: Collection, text: string) => entryFromFile(collection, FIELDS.get(collection) ?? [], text);
const written = (collection: Collection, entry: Record<string, unknown>) =>
  fileFromEntry(collection, FIELDS.get(collection) ?? [], entry);

/** What the site's reader makes of a file: its fields, and the body with no more space round it than it needs. */
function readFields(collection: Collection, text: string): unknown {
  const parts = TEXT_COLLECTIONS.has(collection) ? splitFrontMatter(text) : { frontMatter: text, body: '' };
  const yaml = parseYaml(parts?.frontMatter ?? '');
  const { data, error } = SCHEMAS[collection].safeParse(yaml.ok ? yaml.data : undefined);
  return error ? { error: error.message } : [data, parts?.body.trim()];
}

/** A file that is opened in the form and saved as it is. */
const savedUnchanged = (collection: Collection, text: string) => written(collection, read(collection, text));

describe('a file that passes through the form', () => {
  it.each(['  - one\n  - two', '    code\n\nText'])('keeps the spaces with which a text begins: %j', (body) => {
    const front = '---\ntitle: "A"\ndescription: "B"\n---\n';
    expect(savedUnchanged('articles', `${front}\n\n${body}\n`)).toContain(`\n---\n\n${body}\n`);
  });

  it('loses the keys that the form adds to items of lists, also if an earlier version has saved them', () => {
    const item = (mark: string) => `  - {${mark} title: "Law", url: "https://law.example/" }\n`;
    const file = (mark: string) => `---\ntitle: "A"\nsources:\n${item(mark)}---\n`;
    const text = file(' "__sc_item_id": "0d5c", __sc_item_original_key_path: sources.0,');
    expect(savedUnchanged('articles', text)).toBe(file(''));
    const entry = read('articles', file(''));
    const sources = [{ __sc_item_id: '0d5c', title: 'Law', url: 'https://law.example/' }];
    expect(written('articles', { ...entry, sources })).toBe(file(''));
  });

  it('keeps a switch that is off, and does not write one that is on by itself', () => {
    const file = (lines: string) => `---\ntitle: "A"\n${lines}---\n`;
    expect(savedUnchanged('articles', file('newsletter: false\n'))).toBe(file('newsletter: false\n'));
    expect(savedUnchanged('articles', file('newsletter: true\n'))).toBe(file(''));
    const entry = read('articles', file(''));
    expect(entry).toMatchObject({ newsletter: true, draft: false });
    expect(written('articles', { ...entry, newsletter: false })).toBe(file('newsletter: false\n'));
  });

  it('keeps the words that YAML would cut off, and is saved with quotation marks', () => {
    expect(savedUnchanged('articles', '---\ntitle: Ranked #1: a coast\n---\n')).toBe(
      '---\ntitle: "Ranked #1: a coast"\n---\n',
    );
  });

  it.each(COLLECTIONS)('means to the reader what it meant before: every one of %s', (collection) => {
    const names = listFiles(join(CONTENT, collection)).filter((name) => /\.(?:md|yaml)$/.test(name));
    const textOf = (name: string) => readFileSync(join(CONTENT, collection, name), 'utf8');
    const root = temporaryFolder(
      Object.fromEntries(names.map((name) => [`${collection}/${name}`, savedUnchanged(collection, textOf(name))])),
    );
    const changed = names.flatMap((name) => {
      // Pictures are not copied along; the schema reads their names.
      const fieldsIn = (content: string) =>
        readFields(collection, readFileSync(join(content, collection, name), 'utf8'));
      const [before, after] = [fieldsIn(CONTENT), fieldsIn(root)];
      return JSON.stringify(before) === JSON.stringify(after) ? [] : [{ name, before, after }];
    });
    expect(names.length).toBeGreaterThan(1);
    expect(changed).toEqual([]);
  });

  it('is byte for byte the same if it was written in the newsroom’s style', () => {
    const text = [
      '---',
      'title: "Boats"',
      'description: "Two boats."',
      'pubDate: 2026-10-14T07:30',
      'authors: [ana-pech]',
      'categories: [region]',
      'withdrawn: { date: 2026-10-15, reason: "Not so." }',
      'corrections:',
      '  - { date: 2026-10-14T09:00, kind: correction, text: "One boat." }',
      '---',
      '',
      'Two boats came.',
      '',
    ].join('\n');
    expect(savedUnchanged('articles', text)).toBe(text);
  });

  it('shows instants with an offset, so that the zone of the editor’s machine does not matter', () => {
    const entry = read('articles', '---\npubDate: 2026-10-14T07:30\nupdatedDate: 2026-10-15\n---\n');
    expect(entry).toMatchObject({
      pubDate: '2026-10-14T07:30:00-05:00',
      updatedDate: '2026-10-15T00:00:00-05:00',
    });
  });

  it('opens with the switch off if it says nothing of a draft, though a new story begins as one', () => {
    expect(read('articles', '---\ntitle: "A"\n---\n')['draft']).toBe(false);
    expect(read('articles', '---\ntitle: "A"\ndraft: true\n---\n')['draft']).toBe(true);
  });

  it('loses what only the form’s lists need', () => {
    const entry = { title: 'A', deskState: 'live', deskLine: '14 Oct 2026 · Live' };
    expect(written('articles', entry)).toBe('---\ntitle: "A"\n---\n');
  });

  it('keeps a field that no schema knows, so that the site can report it', () => {
    expect(savedUnchanged('articles', '---\ntitle: "A"\nmood: "good"\n---\n')).toContain('mood: good\n');
  });

  it('shows an author’s one name in each language, and writes it once', () => {
    expect(read('authors', 'name: Ana Pech\n')['name']).toEqual({ en: 'Ana Pech', es: 'Ana Pech' });
    expect(savedUnchanged('authors', 'name: Ana Pech\n')).toBe('name: "Ana Pech"\n');
    expect(savedUnchanged('authors', 'name: { en: Desk, es: Mesa }\n')).toBe('name: { en: "Desk", es: "Mesa" }\n');
  });

  it('loses empty texts, lists and objects, and a switch that is off', () => {
    const entry = {
      title: ' Boats ',
      tags: [],
      draft: false,
      slug: '',
      picture: { src: '', alt: '' },
      sources: [null],
    };
    expect(written('articles', entry)).toBe('---\ntitle: "Boats"\n---\n');
  });

  it.each([
    ['articles', 'no fences', 'has no front matter'],
    ['articles', '---\n tags: [a\n---\n', 'line 1'],
    ['tags', '- a\n', 'has no fields'],
  ] as const)('is refused if the site could not read it: %s %o', (collection, text, reason) => {
    expect(() => read(collection, text)).toThrow(reason);
  });
});
