import type { ContentRecord } from './content-record.ts';
import { placeOfFile } from './place-of-file.ts';

/** A good file as it was read, and how to know it again. */
export interface Remembered {
  /** SHA-256 of the file. */
  digest: string;
  signature: string | undefined;
  record: ContentRecord;
}

/** Good files of one folder, by path in the content root. */
export type Shard = Map<string, Remembered>;

/** A path of keys to a date in a file's fields. */
type DatePath = readonly (string | number)[];

/** A shard as it is written: JSON, which is read in half the time of a format with dates. */
interface Written {
  /** The paths of dates in fields: most files have one of a few sets. */
  dates: readonly (readonly DatePath[])[];
  files: readonly WrittenFile[];
}

/** What a path says of a file (its id, its language) is not repeated. */
type WrittenFile = readonly [
  file: string,
  digest: string,
  signature: string | null,
  /** Dates in it as milliseconds. */
  fields: unknown,
  dates: number,
  recordDigest: string,
  bodyDigest: string,
  bodyPictures: readonly string[],
  /** What most files do not have. */
  more?: WrittenMore,
];

interface WrittenMore {
  links?: ContentRecord['links'];
  anchors?: ContentRecord['anchors'];
  warnings?: ContentRecord['warnings'];
}

/** Shared by all records. */
const NONE: readonly never[] = [];

/** A shard as bytes. @throws Error if fields hold something that is neither plain nor a date */
export function writeShard(shard: Shard): Buffer {
  const dateSets = new Map<string, number>();
  const files = [...shard].map(([file, { digest, signature, record }]): WrittenFile => {
    const dates: DatePath[] = [];
    const fields = withoutDates(record.fields, [], dates);
    const set = JSON.stringify(dates);
    const known = dateSets.get(set) ?? dateSets.size;
    dateSets.set(set, known);
    const start = [file, digest, signature ?? null, fields, known, record.digest, record.bodyDigest] as const;
    const more = moreOf(record);
    return more ? [...start, record.bodyPictures, more] : [...start, record.bodyPictures];
  });
  const written: Written = { dates: [...dateSets.keys()].map((set) => JSON.parse(set) as DatePath[]), files };
  return Buffer.from(JSON.stringify(written));
}

/** A shard from its bytes. */
export function readShard(bytes: Buffer): Shard {
  const { dates, files } = JSON.parse(bytes.toString('utf8')) as Written;
  const shard: Shard = new Map();
  for (const [file, digest, signature, fields, set, recordDigest, bodyDigest, bodyPictures, more] of files) {
    for (const path of dates[set] ?? []) restoreDate(fields, path);
    const record = {
      ...placeOfFile(file),
      // As the schema gave them: dates have been restored.
      fields: fields as ContentRecord['fields'],
      digest: recordDigest,
      bodyDigest,
      bodyPictures,
      links: more?.links ?? NONE,
      anchors: more?.anchors ?? NONE,
      warnings: more?.warnings ?? NONE,
    };
    shard.set(file, { digest, signature: signature ?? undefined, record });
  }
  return shard;
}

function moreOf({ links, anchors, warnings }: ContentRecord): WrittenMore | undefined {
  if (links.length + anchors.length + warnings.length === 0) return undefined;
  return {
    ...(links.length > 0 && { links }),
    ...(anchors.length > 0 && { anchors }),
    ...(warnings.length > 0 && { warnings }),
  };
}

function withoutDates(value: unknown, path: DatePath, dates: DatePath[]): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Date) {
    dates.push(path);
    return value.getTime();
  }
  if (Array.isArray(value)) return value.map((item, at) => withoutDates(item, [...path, at], dates));
  if (Object.getPrototypeOf(value) !== Object.prototype)
    throw new Error(`${path.join('.')}: a reading cannot keep a ${value.constructor.name}`);
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, withoutDates(item, [...path, key], dates)]),
  );
}

function restoreDate(fields: unknown, path: DatePath): void {
  let at = fields as Record<string | number, unknown>;
  for (const key of path.slice(0, -1)) at = at[key] as typeof at;
  const last = path.at(-1) ?? '';
  at[last] = new Date(at[last] as number);
}
