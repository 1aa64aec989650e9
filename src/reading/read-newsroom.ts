import { assembleText } from '#src/newsroom/assemble.ts';
import type { Entries, Newsroom } from '#src/newsroom/newsroom.ts';
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
import { placeOfFile } from './read-content-file.ts';
import { surveyNewsroom, type Survey } from './survey-newsroom.ts';

/** A newsroom as far as it could be read, and everything that is wrong with it, sorted by file and line. */
export interface NewsroomReading {
  /** Includes files with errors as far as their fields are valid: not to be published if any problem is an error. */
  newsroom: Newsroom;
  problems: readonly ContentProblem[];
  /** Content files seen, good or bad. */
  fileCount: number;
  /** What rules know of the newsroom as a whole. */
  view: NewsroomView;
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
  onFile?: (done: number, total: number) => void;
}

/**
 * Reads and checks every content file of a content root, never stopping at a bad one. Pictures are not opened:
 * {@link file://./load-newsroom.ts} does all.
 * @param contentRoot the folder that holds `articles/`, `authors/` and the others
 */
export function readNewsroom(contentRoot: string, { memory, now, home, onFile }: ReadOptions = {}): NewsroomReading {
  const survey = surveyNewsroom(contentRoot);
  const files = new Collector(survey, (collection) =>
    readCollection(contentRoot, collection, memory, survey.content[collection]),
  );
  files.readAll(onFile);
  const view = files.view(now, home ?? homeOf(parseSite()));
  const problems = [
    ...survey.problems,
    ...withKnownSlugs(files.problems, view.newsroom),
    ...checkNewsroom(view).map((problem) => placedIn(contentRoot, problem)),
  ].sort(compareProblems);
  return { newsroom: view.newsroom, problems, fileCount: files.count, view };
}

/**
 * Reads everything but the articles, and of these only some, without the checks across files: for a process that knows
 * that all is well and which articles it needs.
 * @param articles their files, within the content root
 */
export function readSomeArticles(contentRoot: string, memory: ReadingMemory, articles: ReadonlySet<string>): Newsroom {
  return newsroomFrom((collection) => {
    const files = collection === 'articles' ? articles : undefined;
    return [...readCollection(contentRoot, collection, memory, files)].flatMap(({ record }) => record ?? []);
  });
}

function newsroomFrom(recordsOf: (collection: Collection) => readonly ContentRecord[]): Newsroom {
  const entries = COLLECTIONS.map((collection) => [collection, recordsOf(collection).map(entryOf)]);
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

/** Collects what is found in files as they are read, one after another. */
class Collector {
  readonly problems: ContentProblem[] = [];
  count = 0;
  readonly #survey: Survey;
  readonly #read: (collection: Collection) => Iterable<FileReading>;
  readonly #records = new Map<Collection, ContentRecord[]>();
  readonly #unread = new Set<string>();
  readonly #unreadKeys = new Set<string>();
  readonly #unreadAddresses = new Set<string>();
  readonly #links = new Map<string, ContentRecord['links']>();
  readonly #anchors = new Map<string, readonly string[]>();
  readonly #usedPictures = new Set<string>();

  constructor(survey: Survey, read: (collection: Collection) => Iterable<FileReading>) {
    this.#survey = survey;
    this.#read = read;
  }

  readAll(onFile?: ReadOptions['onFile']): void {
    const total = Object.values(this.#survey.content).reduce((sum, files) => sum + files.length, 0);
    for (const collection of COLLECTIONS) this.#readCollection(collection, () => onFile?.(this.count, total));
  }

  view(now: Date | undefined, home: Home): NewsroomView {
    const { content, pictures } = this.#survey;
    return {
      newsroom: newsroomFrom((collection) => this.#records.get(collection) ?? []),
      unread: this.#unread,
      unreadKeys: this.#unreadKeys,
      unreadAddresses: this.#unreadAddresses,
      links: this.#links,
      anchors: this.#anchors,
      files: [...Object.values(content).flat(), ...pictures],
      unusedPictures: pictures.filter((picture) => !this.#usedPictures.has(picture)),
      now,
      home,
    };
  }

  #readCollection(collection: Collection, onFile: () => void): void {
    const records: ContentRecord[] = [];
    this.#records.set(collection, records);
    for (const reading of this.#read(collection)) {
      this.count += 1;
      onFile();
      for (const problem of reading.problems) this.problems.push(problem);
      // A file with an error is checked as far as possible, so that all its mistakes are reported at once.
      const record = reading.record ?? reading.flawed;
      if (record) {
        records.push(record);
        this.#collectFacts(record);
      } else this.#collectMentions(reading);
    }
  }

  #collectFacts({ file, fields, links, anchors, bodyPictures }: ContentRecord): void {
    if (links.length > 0) this.#links.set(file, links);
    if (anchors.length > 0) this.#anchors.set(file, anchors);
    if ('picture' in fields && fields.picture) this.#use(file, fields.picture.src);
    for (const path of bodyPictures) this.#use(file, path);
  }

  #collectMentions({ file, mentions }: FileReading): void {
    this.#unread.add(file.replace(/\.\w+$/, ''));
    const { locale, stem, collection } = placeOfFile(file);
    for (const address of unreadAddresses(collection, locale, mentions?.slug ?? stem))
      this.#unreadAddresses.add(address);
    if (mentions?.translationKey) this.#unreadKeys.add(mentions.translationKey);
    for (const path of mentions?.pictures ?? []) this.#use(file, path);
  }

  #use(file: string, path: string): void {
    this.#usedPictures.add(picturePathIn(file, path));
  }
}
