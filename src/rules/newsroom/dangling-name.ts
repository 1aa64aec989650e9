import { COLLECTIONS, namingFields, NEEDS_NO_FILE, type Collection } from '#src/schemas/collections.ts';
import { suggest } from '#src/schemas/explain.ts';
import { showValue } from '#src/schemas/problem.ts';
import type { NewsroomView } from '../newsroom-view.ts';
import { finding, type FileFinding } from '../rule.ts';

/** A name of another file, and where it is written. */
interface WrittenName {
  kind: Collection;
  id: string;
  path: PropertyKey[];
}

/** What a file's fields name of other files that must exist, and where. */
export function namesIn(collection: Collection, fields: object): WrittenName[] {
  const values = fields as Readonly<Record<string, unknown>>;
  const names: WrittenName[] = [];
  for (const { field, names: kind, isList } of namingFields(collection)) {
    const value = values[field];
    if (value === undefined || NEEDS_NO_FILE.has(kind)) continue;
    if (isList) (value as string[]).forEach((id, index) => names.push({ kind, id, path: [field, index] }));
    else if (value) names.push({ kind, id: String(value), path: [field] });
  }
  return names;
}

/** Collections whose files name others. */
const NAMING = COLLECTIONS.filter((collection) => namingFields(collection).length > 0);

/** The names in files that are not in the collection they must be found in. */
export function danglingNames({ newsroom, unread, incomplete }: NewsroomView): readonly FileFinding[] {
  const known = new Map(COLLECTIONS.map((name) => [name, new Set(newsroom[name].map(({ id }) => id))]));
  return NAMING.flatMap((collection) => {
    const withMistakes = incomplete.filter((about) => about.collection === collection);
    const files = [
      ...newsroom[collection].map((entry) => ({ file: 'file' in entry ? entry.file : '', fields: entry })),
      ...withMistakes,
    ];
    return files.flatMap(({ file, fields }) =>
      namesIn(collection, fields)
        // An item that is no name has been reported.
        .filter(({ kind, id }) => id !== '' && !known.get(kind)?.has(id) && !unread.has(`${kind}/${id}`))
        .map(({ kind, id, path }) => {
          const meant = suggest(id, [...(known.get(kind) ?? [])]);
          const values = { folder: kind, file: `${kind}/${id}.yaml` };
          const found = meant ? finding('dangling-name.near', { ...values, meant }) : finding('dangling-name', values);
          return { file, path, value: showValue(id), ...found };
        }),
    );
  });
}
