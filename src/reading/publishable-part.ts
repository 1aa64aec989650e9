import { lstatSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { changedText } from '#src/newsroom/assemble.ts';
import type { Article, Event, Issue, Newsroom, Page } from '#src/newsroom/newsroom.ts';
import { utf16Text } from '#src/rules/files/utf-16.ts';
import { DEAD_LINK_RULES, deadLinks, linkPlace } from '#src/rules/links/link-rules.ts';
import { collectionOf, isPictureFile } from '#src/rules/names/newsroom-folders.ts';
import { namesIn } from '#src/rules/newsroom/dangling-name.ts';
import type { NewsroomView } from '#src/rules/newsroom-view.ts';
import type { ContentProblem } from '#src/rules/rule.ts';
import { checkNewsroom, dependenceProblem, type Unplaced } from '#src/rules/run-rules.ts';
import { compareProblems, compareText } from '#src/schemas/problem.ts';
import { contentPath, type ContentSource } from './content-path.ts';
import type { ContentRecord, FileReading } from './content-record.ts';
import { hidesItself } from './hides-itself.ts';
import { picturePathIn } from './picture-path.ts';
import { placedIn } from './place-problem.ts';
import { readContentFile } from './read-content-file.ts';
import { picturesOf, viewOfReadings, type NewsroomReading } from './read-newsroom.ts';
import { readPicture, readPictures, type KnownPictures } from './read-pictures.ts';

/** The files of a newsroom as readers last saw them. */
export interface LastPublished {
  /** Changes with what {@link read} returns. */
  key: string;
  /** @param file within the content root @returns its bytes; undefined if it was not published */
  read: (file: string) => Uint8Array | undefined;
}

/** What readers see of a file that has mistakes. */
export interface FaultyFile {
  /** Within the content root. */
  file: string;
  /** Itself, its last published version, or nothing. */
  shown: 'current' | 'earlier' | 'nothing';
  /**
   * Why nothing is shown. `new`: it was not published before. `unknown`: nothing is known of what was. `hidden`: it may be meant to
   * be gone. `unfit`: its earlier version has mistakes too.
   * Why an earlier version is shown. `gone`: others need it. Why it is shown itself: `needs`: what it needs is as last published.
   */
  why?: 'new' | 'unknown' | 'hidden' | 'unfit' | 'gone' | 'needs';
  /** How many of its links are shown as words. */
  deadLinks: number;
}

/** The part of a newsroom that can be published. */
export interface PublishablePart {
  newsroom: Newsroom;
  /** Those that were found before, and one for each file that cannot be shown as it is because of another. */
  problems: ContentProblem[];
  faulty: FaultyFile[];
  links: NewsroomView['links'];
}

/** Where earlier versions come from, and where they are put. */
interface Place extends ContentSource {
  last?: LastPublished | undefined;
}

/**
 * Finds the part of a newsroom that can be published: all that is right. Of a file with mistakes readers see its last published
 * version, or nothing if there is none; what an article needs and what is gone (its author, a picture) is shown as it was last
 * published. Dead links are shown as words. The rest is a newsroom without errors, and depends on nothing but the content and
 * the last published versions.
 * @param reading with the problems of pictures
 * @param known what has been read of pictures
 */
export async function publishablePart(
  place: Place,
  reading: NewsroomReading,
  known: KnownPictures,
): Promise<PublishablePart> {
  const part = new Part(place, reading, known);
  await part.settle();
  return part.result();
}

/** A picture’s own mistakes are in its name: it can be shown. */
const isMistake = ({ severity, rule, file }: ContentProblem) =>
  severity === 'error' && !DEAD_LINK_RULES.has(rule) && !isPictureFile(file);

class Part {
  readonly #place: Place;
  readonly #pictures: KnownPictures;
  readonly #problems: ContentProblem[];
  readonly #readings: Map<string, FileReading>;
  readonly #about: Pick<NewsroomView, 'files' | 'now' | 'home'>;
  /** How many ways to show something of a file have been tried. */
  readonly #tried = new Map<string, number>();
  readonly #shown = new Map<string, Pick<FaultyFile, 'shown' | 'why'>>();
  #view: NewsroomView;
  #newsroom: Newsroom;

  constructor(
    place: Place,
    { newsroom, problems, view, readings, faultyDrafts }: NewsroomReading,
    known: KnownPictures,
  ) {
    const { files, now, home } = view;
    this.#place = place;
    this.#pictures = known;
    this.#problems = [...problems];
    this.#readings = new Map([...readings].filter(([file]) => !faultyDrafts.has(file)));
    this.#about = { files, now, home };
    this.#view = view;
    this.#newsroom = newsroom;
    for (const { severity, file } of problems)
      if (severity === 'error' && isPictureFile(file)) this.#shown.set(file, { shown: 'current' });
    if (place.earlierFolder) rmSync(place.earlierFolder, { recursive: true, force: true });
  }

  /** Takes the next way with each file that has mistakes, until none has. */
  async settle(): Promise<void> {
    let mistakes: readonly ContentProblem[] = this.#problems.filter(isMistake);
    const reported = new Set(mistakes.map(({ file }) => file));
    while (mistakes.length > 0) {
      const before = new Set(this.#shown.keys());
      for (const file of this.#filesOf(mistakes)) {
        // Another may have needed it meanwhile.
        if (before.has(file) || !this.#shown.has(file)) await this.#advance(file);
      }
      const readings = [...this.#readings.values()].sort((a, b) => compareText(a.file, b.file));
      this.#view = viewOfReadings(readings, [], { ...this.#about, files: [] });
      const pictures = await readPictures(this.#place, this.#view.newsroom, this.#pictures);
      this.#newsroom = pictures.newsroom;
      const found = [...checkNewsroom(this.#view), ...pictures.problems].filter(isMistake);
      for (const problem of found) {
        // Only the first reason why a file is not shown as it is.
        if (reported.has(problem.file)) continue;
        reported.add(problem.file);
        this.#problems.push(placedIn(this.#place.contentRoot, this.#becauseOfAnother(problem)));
      }
      mistakes = found;
    }
  }

  result(): PublishablePart {
    const dead = new Map<string, string[]>();
    const known = new Set(this.#problems.map(placeOf));
    for (const link of deadLinks(this.#view)) {
      const { file, address } = link;
      dead.set(file, [...(dead.get(file) ?? []), address]);
      const shown = this.#shown.get(file) ?? { shown: 'current' };
      // Of an earlier version, no editor needs to hear more.
      if (shown.shown !== 'current') continue;
      this.#shown.set(file, shown);
      const found = placedIn(this.#place.contentRoot, dependenceProblem(linkPlace(link), address, 'link'));
      if (!known.has(placeOf(found))) this.#problems.push(found);
    }
    const faulty = [...this.#shown].map(([file, shown]): FaultyFile => {
      return { file, ...shown, deadLinks: dead.get(file)?.length ?? 0 };
    });
    return {
      newsroom: withoutLinks(this.#newsroom, dead),
      problems: this.#problems.sort(compareProblems),
      faulty: faulty.sort((a, b) => compareText(a.file, b.file)),
      links: this.#view.links,
    };
  }

  /** A wrong folder is left out with everything in it. */
  #filesOf(mistakes: readonly ContentProblem[]): Set<string> {
    const named = mistakes.map(({ file }) => file);
    const folders = named.filter((file) => file.endsWith('/'));
    const inside = this.#about.files.filter((file) => folders.some((folder) => file.startsWith(folder)));
    return new Set([...named, ...inside]);
  }

  async #advance(file: string): Promise<void> {
    const tried = this.#tried.get(file) ?? 0;
    this.#tried.set(file, tried + 1);
    if (tried === 0) {
      const areNeedsShown = await this.#showNeeds(file);
      if (areNeedsShown && this.#readAgain(file)) this.#shown.set(file, { shown: 'current', why: 'needs' });
      else await this.#advance(file);
    } else if (tried === 1) {
      await this.#showEarlier(file);
      // What was hidden before may stay as it was: the tombstone of a withdrawn article.
      if (this.#isHiding(file) && !isHidden(this.#readings.get(file)?.record)) this.#drop(file, 'hidden');
    } else this.#drop(file, 'unfit');
  }

  /** Shows what a file needs, and what is gone or broken, as it was last published. @returns whether there was anything */
  async #showNeeds(file: string): Promise<boolean> {
    const { record, flawed } = this.#readings.get(file) ?? {};
    const read = record ?? flawed;
    if (!read) return false;
    let areShown = false;
    for (const needed of await this.#missing(read)) {
      if (!this.#tried.has(needed)) {
        // If it does not help, nothing is shown of it.
        this.#tried.set(needed, 2);
        await this.#showEarlier(needed);
      }
      areShown ||= this.#shown.get(needed)?.shown === 'earlier';
    }
    return areShown;
  }

  /** The files that a file names and that are not there, or cannot be shown. */
  async #missing(record: ContentRecord): Promise<string[]> {
    const { file } = record;
    const names = namesIn(record.collection, record.fields).map(({ kind, id }) => `${kind}/${id}.yaml`);
    const missing = names.filter((needed) => !this.#readings.get(needed)?.record);
    for (const path of picturesOf(record)) {
      const needed = picturePathIn(file, path);
      const picture = await (this.#pictures.get(needed) ?? readPicture(this.#place, needed));
      if ('fault' in picture && isPictureFile(needed)) missing.push(needed);
    }
    return missing;
  }

  /** Shows a file as it was last published, or nothing if it cannot be. */
  async #showEarlier(file: string): Promise<void> {
    const { earlierFolder, last } = this.#place;
    const isPicture = isPictureFile(file);
    const bytes = isPicture || collectionOf(file) ? last?.read(file) : undefined;
    if (!earlierFolder || !bytes) return this.#drop(file, last ? 'new' : 'unknown');
    const path = join(earlierFolder, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bytes);
    this.#shown.set(file, { shown: 'earlier', ...(!this.#isThere(file) && { why: 'gone' }) });
    // What has been read of it was read of the broken one.
    if (isPicture) this.#pictures.delete(file);
    else if (!this.#readAgain(file) && !((await this.#showNeeds(file)) && this.#readAgain(file)))
      this.#drop(file, 'unfit');
    else await this.#showNeeds(file);
  }

  /** Reads a file as it is shown. @returns whether it has no mistakes of its own */
  #readAgain(file: string): boolean {
    const collection = collectionOf(file);
    if (!collection) return false;
    const reading = readContentFile(this.#place, collection, file.slice(collection.length + 1));
    this.#readings.set(file, reading);
    return reading.record !== undefined;
  }

  #drop(file: string, why: NonNullable<FaultyFile['why']>): void {
    this.#readings.delete(file);
    // What was never there is a wrong name in another file.
    if (why !== 'unfit' && !this.#isThere(file)) return;
    this.#shown.set(file, { shown: 'nothing', why });
    if (this.#place.earlierFolder && !file.endsWith('/'))
      rmSync(join(this.#place.earlierFolder, file), { force: true });
  }

  #isThere(file: string): boolean {
    return lstatSync(join(this.#place.contentRoot, file), { throwIfNoEntry: false }) !== undefined;
  }

  #isHiding(file: string): boolean {
    if (!file.endsWith('.md')) return false;
    try {
      const bytes = readFileSync(contentPath({ contentRoot: this.#place.contentRoot }, file));
      return hidesItself(utf16Text(bytes) ?? bytes.toString('utf8'));
    } catch {
      // A file that cannot be read says nothing.
      return false;
    }
  }

  /** A text may have lost what it names to that file's mistakes: an article its author. */
  #becauseOfAnother(problem: Unplaced): Unplaced {
    const { file, path, rule } = problem;
    if (rule !== 'dangling-name') return problem;
    const { newsroom } = this.#view;
    const collection = collectionOf(file);
    const text = [...newsroom.articles, ...newsroom.events].find((one) => one.file === file);
    const name = text && collection && namesIn(collection, text).find((one) => one.path.join() === path?.join());
    if (!name) return problem;
    const needed = `${name.kind}/${name.id}.yaml`;
    if (!this.#shown.has(needed)) return problem;
    return dependenceProblem({ file, path: name.path, value: JSON.stringify(needed) }, needed, 'file');
  }
}

function isHidden(record: ContentRecord | undefined): boolean {
  if (!record) return false;
  const { fields } = record;
  return ('draft' in fields && fields.draft) || ('withdrawn' in fields && fields.withdrawn !== undefined);
}

const placeOf = ({ file, line, column, field }: ContentProblem) => [file, line, column, field].join();

/** @param dead the addresses that lead nowhere, by the file that has them */
function withoutLinks(newsroom: Newsroom, dead: ReadonlyMap<string, readonly string[]>): Newsroom {
  if (dead.size === 0) return newsroom;
  const shown = <Text extends Article | Event | Issue | Page>(text: Text): Text => {
    const deadLinks = [...new Set(dead.get(text.file))].sort(compareText);
    return deadLinks.length > 0 ? { ...changedText(text, deadLinks, {}), deadLinks } : text;
  };
  return {
    ...newsroom,
    articles: newsroom.articles.map(shown),
    events: newsroom.events.map(shown),
    newsletters: newsroom.newsletters.map(shown),
    pages: newsroom.pages.map(shown),
    authors: newsroom.authors.map(({ website, ...author }) =>
      website === undefined || dead.has(`authors/${author.id}.yaml`) ? author : { ...author, website },
    ),
  };
}
