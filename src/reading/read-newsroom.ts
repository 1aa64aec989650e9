import { assembleArticle, assemblePage, type TextFile } from '#src/newsroom/assemble.ts';
import type { Newsroom } from '#src/newsroom/newsroom.ts';
import { unreadAddresses } from '#src/rules/links/unread-addresses.ts';
import type { NewsroomView } from '#src/rules/newsroom-view.ts';
import type { ContentProblem } from '#src/rules/rule.ts';
import { checkNewsroom } from '#src/rules/run-rules.ts';
import { COLLECTIONS, type Collection } from '#src/schemas/collections.ts';
import { compareProblems } from '#src/schemas/problem.ts';
import type { ContentRecord, FileReading, ReadingMemory } from './content-record.ts';
import { picturePathIn } from './picture-path.ts';
import { placedIn } from './place-problem.ts';
import { readCollection } from './read-collection.ts';
import { placeOfFile } from './read-content-file.ts';
import { surveyNewsroom, type Survey } from './survey-newsroom.ts';

/** A newsroom as far as it could be read, and everything that is wrong with it, sorted by file and line. */
export interface NewsroomReading {
  /** With errors among the problems, nothing to be published: files that have some are in it, as far as they make sense. */
  newsroom: Newsroom;
  problems: readonly ContentProblem[];
  /** Content files seen, good or bad. */
  fileCount: number;
  /** What rules know of the newsroom as a whole. */
  view: NewsroomView;
}

/** How a newsroom is read. */
export interface ReadingWishes {
  /** Spares files that it knows a second reading. */
  memory?: ReadingMemory;
  /** The instant at which links are judged: a story that they lead to may not be out. Without it, they are not. */
  now?: Date;
  /** Told how many files have been read, of how many. */
  onFile?: (done: number, total: number) => void;
}

/**
 * Reads and checks a whole content root: every file, never stopping at a bad one.
 * @param contentRoot the folder that holds `articles/`, `authors/` and the others
 */
export function readNewsroom(contentRoot: string, { memory, now, onFile }: ReadingWishes = {}): NewsroomReading {
  const survey = surveyNewsroom(contentRoot);
  const files = new Gathering(survey, (collection) =>
    readCollection(contentRoot, collection, memory, survey.content[collection]),
  );
  files.readAll(onFile);
  const view = files.view(now);
  const problems = [
    ...survey.problems,
    ...files.problems,
    ...checkNewsroom(view).map((problem) => placedIn(contentRoot, problem)),
  ].sort(compareProblems);
  return { newsroom: view.newsroom, problems, fileCount: files.count, view };
}

/**
 * Reads a newsroom's names, pages, and of its stories only some, for who knows that all is well and which are wanted. What
 * no file can be blamed for alone is not looked for.
 * @param stories their files, within the content root
 */
export function readStories(contentRoot: string, memory: ReadingMemory, stories: ReadonlySet<string>): Newsroom {
  const read = <Kind extends Collection>(collection: Kind, files?: Iterable<string>) =>
    [...readCollection(contentRoot, collection, memory, files)].flatMap(({ record }) => record ?? []);
  return newsroomOf({
    authors: read('authors'),
    categories: read('categories'),
    tags: read('tags'),
    places: read('places'),
    pages: read('pages'),
    articles: read('articles', stories),
  });
}

type Records = { [Kind in Collection]: ContentRecord<Kind>[] };

function newsroomOf({ authors, categories, tags, places, pages, articles }: Records): Newsroom {
  const withId = <Fields>({ id, fields }: { id: string; fields: Fields }) => ({ ...fields, id });
  return {
    authors: authors.map(withId),
    categories: categories.map(withId),
    tags: tags.map(withId),
    places: places.map(withId),
    pages: pages.map((record) => assemblePage(record.fields, textFile(record))),
    articles: articles.map((record) => assembleArticle(record.fields, textFile(record), record.bodyPictures)),
  };
}

function textFile({ id, locale, stem, file, digest, bodyDigest }: ContentRecord): TextFile {
  if (!locale) throw new Error(`${file}: a text without a language passed the reader`);
  return { id, locale, stem, file, digest, bodyDigest };
}

/** What is gathered from files as they are read, one after another. */
class Gathering {
  readonly problems: ContentProblem[] = [];
  count = 0;
  readonly #survey: Survey;
  readonly #read: <Kind extends Collection>(collection: Kind) => Iterable<FileReading<Kind>>;
  readonly #records: Records = { articles: [], authors: [], categories: [], tags: [], places: [], pages: [] };
  readonly #unread = new Set<string>();
  readonly #unreadKeys = new Set<string>();
  readonly #unreadAddresses = new Set<string>();
  readonly #links = new Map<string, ContentRecord['links']>();
  readonly #anchors = new Map<string, readonly string[]>();
  readonly #usedPictures = new Set<string>();

  constructor(survey: Survey, read: <Kind extends Collection>(collection: Kind) => Iterable<FileReading<Kind>>) {
    this.#survey = survey;
    this.#read = read;
  }

  readAll(onFile?: ReadingWishes['onFile']): void {
    const total = Object.values(this.#survey.content).reduce((sum, files) => sum + files.length, 0);
    for (const collection of COLLECTIONS) this.#readCollection(collection, () => onFile?.(this.count, total));
  }

  view(now: Date | undefined): NewsroomView {
    const { content, pictures } = this.#survey;
    return {
      newsroom: newsroomOf(this.#records),
      unread: this.#unread,
      unreadKeys: this.#unreadKeys,
      unreadAddresses: this.#unreadAddresses,
      links: this.#links,
      anchors: this.#anchors,
      files: [...Object.values(content).flat(), ...pictures],
      unusedPictures: pictures.filter((picture) => !this.#usedPictures.has(picture)),
      now,
    };
  }

  #readCollection<Kind extends Collection>(collection: Kind, onFile: () => void): void {
    const records: ContentRecord<Kind>[] = this.#records[collection];
    for (const reading of this.#read(collection)) {
      this.count += 1;
      onFile();
      for (const problem of reading.problems) this.problems.push(problem);
      // What could be read of a file with a mistake is looked at as well, so that all its mistakes are told at once.
      const record = reading.record ?? reading.flawed;
      if (record) {
        records.push(record);
        this.#takeFacts(record);
      } else this.#takeMentions(reading);
    }
  }

  #takeFacts({ file, fields, links, anchors, bodyPictures }: ContentRecord): void {
    if (links.length > 0) this.#links.set(file, links);
    if (anchors.length > 0) this.#anchors.set(file, anchors);
    if ('picture' in fields && fields.picture) this.#use(file, fields.picture.src);
    for (const path of bodyPictures) this.#use(file, path);
  }

  #takeMentions({ file, mentions }: FileReading): void {
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
