/** Every field of every collection is filled, changed, moved and removed in the form, and what it saved is read by the schema. */
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { articleCollectionName, yearCollectionName } from '#src/admin/form-config.ts';
import { parseYaml } from '#src/reading/front-matter.ts';
import { listFiles } from '#src/reading/list-files.ts';
import { splitFrontMatter } from '#src/reading/split-front-matter.ts';
import {
  collectionSchemas,
  COLLECTIONS,
  factsOf,
  TEXT_COLLECTIONS,
  type Collection,
} from '#src/schemas/collections.ts';
import { plainImageFile } from '#src/schemas/field-tools.ts';
import { contentFile } from '#src/writing/content-file.ts';
import type { YamlValue } from '#src/writing/yaml-text.ts';
import { temporaryFolder, writeFiles } from '../temporary-folder.ts';
import { MOST_NAMED, nameOf, pathsOf, pictureName, plannedFields, valueOf, type Value } from './every-field.ts';
import { clearField, fillField, moveUp, removeItem } from './fill-fields.ts';
import { save, type Editor } from './form-editor.ts';
import { NEWSROOM, year } from './new-article.ts';
import { readFileOf } from './saved-newsroom.ts';

const SCHEMAS = collectionSchemas(plainImageFile);
/** The collections of one year and one language have other names in the form. */
const FORM_NAMES: Partial<Record<Collection, string>> = {
  articles: articleCollectionName('en', Number(year)),
  events: yearCollectionName('events', 'en', Number(year)),
  newsletters: yearCollectionName('newsletters', 'en', Number(year)),
  pages: 'pages-en',
};
const PICTURE = join(NEWSROOM, '..', 'newsroom-three', 'articles', 'en', '2026', 'rain.webp');

/** A newsroom with nothing but what fields can name. */
export function namedNewsroom(): string {
  const named = new Set(
    COLLECTIONS.flatMap((collection) => plannedFields(collection).flatMap(({ names }) => names ?? [])),
  );
  const numbers = Array.from({ length: MOST_NAMED }, (_, index) => index + 1);
  const files = [...named].flatMap((collection) =>
    numbers.map((number) => {
      const required = plannedFields(collection).filter(({ isRequired }) => isRequired);
      const data = Object.fromEntries(required.map((field) => [field.name, valueOf(field, number)]));
      const name = nameOf(collection, number);
      data[factsOf(collection).title] = { en: name, es: name };
      return [`${collection}/${name}.yaml`, contentFile(collection, data as Record<string, YamlValue>, '')];
    }),
  );
  const folder = temporaryFolder();
  writeFiles(folder, Object.fromEntries(files) as Record<string, string>);
  mkdirSync(join(folder, 'pictures'));
  for (const number of numbers) copyFileSync(PICTURE, join(folder, 'pictures', pictureName(number)));
  return folder;
}

/** What has been saved, as a folder. */
export type TakeSaved = () => Promise<string> | string;

/**
 * Writes an entry with every field that the schema has, changes it twice, and reads each file that was saved.
 * @returns the paths of the fields that were saved
 */
export async function saveEveryField(editor: Editor, collection: Collection, saved: TakeSaved): Promise<string[]> {
  const { page } = editor;
  const name = FORM_NAMES[collection] ?? collection;
  const fields = plannedFields(collection);
  const before = new Set(listFiles(await saved()));
  const goTo = (path: string) => page.evaluate((hash) => void (location.hash = hash), `#/collections/${name}/${path}`);
  const read = async (file: string): Promise<unknown> => {
    const text = readFileOf(await saved(), file);
    const yaml = parseYaml(TEXT_COLLECTIONS.has(collection) ? (splitFrontMatter(text)?.frontMatter ?? '') : text);
    return yaml.ok && yaml.data;
  };

  const first = Object.fromEntries(fields.map((field) => [field.name, valueOf(field, 1)]));
  await goTo('new');
  for (const field of fields) await fillField(page, field, first[field.name] ?? '');
  await save(editor, { asDraft: true });
  const file = listFiles(await saved()).find((path) => !before.has(path)) ?? '';
  const data = await read(file);
  expect(parsed(collection, data)).toEqual(parsed(collection, first));

  // What has parts becomes another value; lists get one more item, which moves up; one of the first goes.
  const compound = fields.filter(({ item, fields: parts }) => item || parts.length > 0);
  if (compound.length === 0) return pathsOf(data as Value);
  const second: Record<string, Value> = { ...first };
  const open = async () => {
    await goTo(`entries/${file.replace(/^.*\/|\.\w+$/g, '')}`);
    // The form is there a moment before what it shows.
    const text = page.locator('[data-mode="edit"] :is(input[type="text"], textarea)').first();
    await expect.poll(() => text.inputValue()).not.toBe('');
  };
  await open();
  for (const field of compound) {
    const { item, names } = field;
    if (item && !item.choices && !names) {
      const [one, two, three] = [valueOf(item, 4), valueOf(item, 2), valueOf(item, 3)];
      await fillField(page, field, [one, two, three]);
      await moveUp(page, field.name, 2);
      await removeItem(page, field.name, 2);
      second[field.name] = [one, three];
    } else await fillField(page, field, (second[field.name] = valueOf(field, 2)));
  }
  await save(editor, { asDraft: true });
  expect(parsed(collection, await read(file))).toEqual(parsed(collection, second));

  // What need not be there goes.
  await open();
  const optional = compound.filter(({ isRequired }) => !isRequired);
  const gone = new Set(optional.map(({ name }) => name));
  for (const field of optional) await clearField(page, field);
  await save(editor, { asDraft: true });
  const third = Object.fromEntries(Object.entries(second).filter(([name]) => !gone.has(name)));
  expect(parsed(collection, await read(file))).toEqual(parsed(collection, third));
  return pathsOf(data as Value);
}

/** What the schema makes of a file's fields. An event with all of them contradicts itself: it is a draft with mistakes. */
function parsed(collection: Collection, data: unknown): unknown {
  const { data: found, error } = SCHEMAS[collection].safeParse(data);
  return error ? { data, issues: error.issues } : found;
}
