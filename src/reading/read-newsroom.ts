import { assembleText } from '#src/newsroom/assemble.ts';
import type { Entries, Newsroom } from '#src/newsroom/newsroom.ts';
import { withDraftsAllowed, withoutDrafts } from '#src/rules/draft-mistakes.ts';
import { withKnownSlugs } from '#src/rules/fields/known-slugs.ts';
import { unreadAddresses } from '#src/rules/links/unread-addresses.ts';
import type { Home, NewsroomView } from '#src/rules/newsroom-view.ts';
import type { ContentProblem } from '#src/rules/rule.ts';
import { checkNewsroom } from '#src/rules/run-rules.ts';
import { COLLECTIONS, TEXT_COLLECTIONS, type Collection, type TextCollection } from '#src/schemas/collections.ts';
import { compareProblems } from '#src/schemas/problem.ts';
import { parseSite } from '#src/site.ts';
import type { ContentRecord, FileReading, ReadingMemory } from './content-record.ts';
import { homeOf } from './home-of.ts';
import { picturePathIn } from './picture-path.ts';
import { placedIn } from './place-problem.ts';
import { readCollection } from './read-collection.ts';
import { placeOfFile } from './place-of-file.ts';
import { surveyNewsroom, type Survey } from './survey-newsroom.ts';

/** A newsroom as far as it could be read, and everything that is wrong with it, sorted by file and line. */
export interface NewsroomReading {
  /** Includes files with errors, but for drafts, as far as their fields are valid: not to be published if any problem is an error. */
  newsroom: Newsroom;
  problems: readonly ContentProblem[];
  /** Content files seen, good or bad. */
  fileCount: number;
  /** What rules know of the newsroom as a whole. */
  view: NewsroomView;
  /** What each content file held, by its path within the content root. */
  readings: ReadonlyMap<string, FileReading>;
  /** Drafts with mistakes, which are warnings: they are not in the newsroom. */
  faultyDrafts: ReadonlySet<string>;
}

/** How a newsroom is read. */
export interface ReadOptions {
  /** Remembers unchanged files from the last reading. */
  memory?: ReadingMemory;
  /** The instant at which links are judged: an article that they lead to may not be published. Without it, they are not. */
  now?: Date;
  /** The site that the newsroom is for: which links lead to it. Without it, the configured one. */
  home?: Home;
  /** Receives how many files have been read, of how many. */
  onFile?: ((done: number, total: number) => void) | undefined;
}

/**
 * Reads and checks every content file of a content root, never stopping at a bad one. Pictures are not opened:
 * {@link file://./load-newsroom.ts} does all.
 * @param contentRoot the folder that holds `articles/`, `authors/` and the others
 * @param survey what is in it
 */
export function readNewsroom(
  contentRoot: string,
  options: ReadOptions = {},
  survey = surveyNewsroom(contentRoot),
): NewsroomReading {
  const { now, home = homeOf(parseSite()) } = options;
  const readings = readAll(contentRoot, survey, options);
  const { content, pictures } = survey;
  const files = [...Object.values(content).flat(), ...pictures];
  const view = viewOfReadings(readings.values(), pictures, { files, now, home });
  const found = [
    ...survey.problems,
    ...withKnownSlugs(
      [...readings.values()].flatMap((reading) => reading.problems),
      view.newsroom,
    ),
    ...checkNewsroom(view).map((problem) => placedIn(contentRoot, problem)),
  ].sort(compareProblems);
  const { problems, faultyDrafts } = withDraftsAllowed(found, view);
  const newsroom = withoutDrafts(view.newsroom, faultyDrafts);
  return { newsroom, problems, fileCount: readings.size, view, readings, faultyDrafts };
}

function readAll(contentRoot: string, { content }: Survey, { memory, onFile }: ReadOptions): Map<string, FileReading> {
  const readings = new Map<string, FileReading>();
  const total = Object.values(content).reduce((sum, files) => sum + files.length, 0);
  for (const collection of COLLECTIONS) {
    for (const reading of readCollection(contentRoot, collection, memory, content[collection])) {
      readings.set(reading.file, reading);
      onFile?.(readings.size, total);
    }
  }
  return readings;
}

/**
 * What rules know of a newsroom whose files have been read. A file with an error is in it as far as its fields are valid, so
 * that all its mistakes are reported at once.
 * @param pictures every picture of the newsroom, within the content root
 */
export function viewOfReadings(
  readings: Iterable<FileReading>,
  pictures: readonly string[],
  about: Pick<NewsroomView, 'files' | 'now' | 'home'>,
): NewsroomView {
  const records: ContentRecord[] = [];
  const unread = new Set<string>();
  const unreadKeys = new Set<string>();
  const guessedAddresses = new Set<string>();
  const used = new Set<string>();
  const incomplete: NonNullable<FileReading['incomplete']>[] = [];
  for (const { file, record, flawed, mentions, incomplete: partial } of readings) {
    const read = record ?? flawed;
    for (const path of read ? picturesOf(read) : (mentions?.pictures ?? [])) used.add(picturePathIn(file, path));
    if (read) {
      records.push(read);
      continue;
    }
    if (partial) incomplete.push(partial);
    unread.add(file.replace(/\.\w+$/, ''));
    const { locale, stem, collection } = placeOfFile(file);
    for (const address of unreadAddresses(collection, locale, mentions?.slug ?? stem)) guessedAddresses.add(address);
    if (mentions?.translationKey) unreadKeys.add(mentions.translationKey);
  }
  const bodies = [...records, ...incomplete.map(({ about, ...body }) => ({ file: about.file, ...body }))];
  const having = (list: 'links' | 'anchors') => bodies.filter((body) => body[list].length > 0);
  return {
    newsroom: newsroomFrom(records),
    unread,
    incomplete: incomplete.map(({ about }) => about),
    unreadKeys,
    unreadAddresses: guessedAddresses,
    links: new Map(having('links').map(({ file, links }) => [file, links])),
    anchors: new Map(having('anchors').map(({ file, anchors }) => [file, anchors])),
    unusedPictures: pictures.filter((picture) => !used.has(picture)),
    ...about,
  };
}

/** The paths of the pictures that a file shows, as written. */
export function picturesOf({ fields, bodyPictures }: ContentRecord): readonly string[] {
  return 'picture' in fields && fields.picture ? [fields.picture.src, ...bodyPictures] : bodyPictures;
}

function newsroomFrom(records: readonly ContentRecord[]): Newsroom {
  const entries = COLLECTIONS.map((collection) => [
    collection,
    records.filter((record) => record.collection === collection).map(entryOf),
  ]);
  return Object.fromEntries(entries) as Newsroom;
}

function entryOf(record: ContentRecord): Entries[Collection] {
  // Each collection's schema makes the fields of its own entries.
  return (isText(record) ? textOf(record) : { ...record.fields, id: record.id }) as Entries[Collection];
}

function isText(record: ContentRecord): record is ContentRecord<TextCollection> {
  return TEXT_COLLECTIONS.has(record.collection);
}

function textOf({ fields, id, locale, stem, file, digest, bodyDigest, bodyPictures }: ContentRecord<TextCollection>) {
  if (!locale) throw new Error(`${file}: a text without a language passed the reader`);
  return assembleText(fields, { id, locale, stem, file, digest, bodyDigest }, bodyPictures);
}
