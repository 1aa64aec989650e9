import { appendFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CORRECTION_KINDS } from '#src/schemas/article.ts';
import { filesBelow } from '#src/disk/files-below.ts';
import { seeded, type Random } from '../random.ts';
import type { EditedNewsroom } from './edited-newsroom.ts';

/** Everything that a history changes: what a build reads, what it kept, and what time it is. */
export interface Scene {
  newsroom: EditedNewsroom;
  /** A copy of the project, whose sources and caches may be changed. */
  project: string;
  /** The site that is built over and over. */
  out: string;
  now: Date;
  /** The site's address; undefined: the configured one. */
  origin: string | undefined;
}

/** One thing that happens between two builds. */
type Change = (scene: Scene) => void | Promise<void>;

const HOUR_MS = 3_600_000;

/** Gives a story other front matter. */
const edit =
  (fieldsOf: (scene: Scene) => Record<string, unknown>): Change =>
  (scene) => {
    const story = scene.newsroom.pickStory();
    Object.assign(story.frontMatter, fieldsOf(scene));
    scene.newsroom.save(story);
  };

/** What editors do to stories, and what happens to the newsroom around them. */
const OF_CONTENT: Record<string, Change> = {
  'a story is added': ({ newsroom, now }) => void newsroom.addStory(now),
  'a story is added to the archive': ({ newsroom, now }) =>
    void newsroom.addStory(new Date(now.getTime() - 80 * 24 * HOUR_MS)),
  'a headline is edited': edit(({ newsroom }) => ({ title: newsroom.words(5) })),
  'a standfirst is edited': edit(({ newsroom }) => ({ description: newsroom.words(9) })),
  'a text is edited': ({ newsroom }) => {
    const story = newsroom.pickStory();
    story.body = newsroom.text();
    newsroom.save(story);
  },
  'a story is renamed': ({ newsroom }) => void newsroom.rename(newsroom.pickStory()),
  'a story is renamed and keeps its old address as an alias': ({ newsroom }) => {
    const story = newsroom.pickStory();
    newsroom.addAlias(story, newsroom.rename(story));
  },
  'a story gets an alias': ({ newsroom }) => newsroom.addAlias(newsroom.pickStory(), newsroom.oldPath()),
  'a story loses its aliases': edit(() => ({ aliases: undefined })),
  'a story is deleted': ({ newsroom }) => {
    if (newsroom.stories.length > 3) newsroom.remove(newsroom.pickStory());
  },
  'a story is retagged': edit(({ newsroom }) => ({ tags: newsroom.tags() })),
  'a story is dated anew': edit(({ newsroom, now }) => ({
    pubDate: newsroom.dateBefore(now, 90),
    updatedDate: undefined,
    expiryDate: undefined,
  })),
  'a story is said to be updated': edit(({ newsroom, now }) => ({
    updatedDate: newsroom.dateAfter(now, 30),
    corrections: [{ date: newsroom.dateAfter(now, 30), kind: 'correction', text: newsroom.words(6) }],
  })),
  'a correction is added': ({ newsroom, now }) => {
    const story = newsroom.pickStory();
    const before = (story.frontMatter['corrections'] ?? []) as readonly object[];
    const date = newsroom.random.chance(0.7) ? newsroom.dateBefore(now, 20) : newsroom.dateAfter(now, 30);
    const kind = newsroom.random.pick(CORRECTION_KINDS);
    story.frontMatter['corrections'] = [...before, { date, kind, text: newsroom.words(6) }];
    newsroom.save(story);
  },
  'a story gets other authors': edit(({ newsroom }) => ({ authors: newsroom.authors() })),
  'a story moves to another section': edit(({ newsroom }) => ({ categories: newsroom.categories() })),
  'a story gets other places': edit(({ newsroom }) => ({ places: newsroom.places() })),
  'a story is withheld as a draft, or let go': ({ newsroom }) => {
    const story = newsroom.pickStory();
    story.frontMatter['draft'] = story.frontMatter['draft'] !== true;
    newsroom.save(story);
  },
  'a story is withdrawn': edit(({ newsroom, now }) => ({
    withdrawn: { date: now.toISOString(), reason: newsroom.words(4) },
  })),
  'a withdrawn story is given back': ({ newsroom }) => {
    const story = newsroom.stories.find(({ frontMatter }) => frontMatter['withdrawn']);
    if (!story) return;
    delete story.frontMatter['withdrawn'];
    newsroom.save(story);
  },
  'a story is scheduled': edit(({ newsroom, now }) => ({
    pubDate: newsroom.dateAfter(now, 30),
    updatedDate: undefined,
    expiryDate: undefined,
    corrections: [],
  })),
  'a story is to expire': edit(({ newsroom, now }) => ({
    pubDate: newsroom.dateBefore(now, 30),
    updatedDate: undefined,
    expiryDate: newsroom.dateAfter(now, 30),
  })),
  'a story is marked for the front': edit(({ newsroom }) => ({ featured: newsroom.random.pick(['lead', 'top']) })),
  'a translation is added': ({ newsroom }) => newsroom.translate(newsroom.pickStory()),
  'a translation is taken away': ({ newsroom }) => {
    const pair = newsroom.stories.find(({ frontMatter }) => frontMatter['translationKey']);
    if (pair) newsroom.remove(pair);
  },
  'a story gets a picture': edit(({ newsroom }) => ({ picture: newsroom.picture() })),
  'a picture is swapped in its place': ({ newsroom }) => newsroom.takePicture(),
  'an author’s name changes': ({ newsroom }) => newsroom.nameAuthor(),
  'a section’s name changes': ({ newsroom }) => newsroom.nameCategory(),
  'a place’s name changes': ({ newsroom }) => newsroom.namePlace(),
  'a topic’s name changes': ({ newsroom }) => newsroom.nameTag(),
  'a topic loses its file': ({ newsroom }) => newsroom.dropTag(),
  'a standing page is edited': ({ newsroom }) => newsroom.writePage(),
};

/** Time passes over the moments at which stories become due, expire and are corrected. */
const OF_TIME: Record<string, Change> = {
  'an hour passes': (scene) => void (scene.now = new Date(scene.now.getTime() + HOUR_MS)),
  'a day passes': (scene) => void (scene.now = new Date(scene.now.getTime() + 24 * HOUR_MS)),
  nothing: () => undefined,
};

/** The publisher changes the site itself. */
const OF_SITE: Record<string, Change> = {
  'the site’s address changes': (scene) => {
    scene.origin = scene.origin ? undefined : 'https://moved.example';
  },
  'a setting changes': ({ project, newsroom }) => {
    replaceIn(
      join(project, 'src/site.config.ts'),
      /articlesPerPage: \d+/,
      `articlesPerPage: ${newsroom.random.whole(5, 8)}`,
    );
  },
  'a template changes': ({ project, newsroom }) => {
    const turn = `<footer data-turn="${newsroom.random.whole(1, 999)}"`;
    replaceIn(join(project, 'src/components/navigation/Imprint.astro'), /<footer(?: data-turn="\d+")?/, turn);
  },
  'a style changes': ({ project, newsroom }) => {
    appendFileSync(join(project, 'src/styles/base.css'), `\n.turn { order: ${newsroom.random.whole(1, 999)}; }\n`);
  },
  'a word of the interface changes': ({ project, newsroom }) => {
    replaceIn(join(project, 'src/i18n/en.json'), /"latest": "[^"]*"/, `"latest": "${newsroom.words(1)}"`);
  },
};

/** What machines do to what a build keeps. */
const OF_CACHE: Record<string, Change> = {
  'half of the cache is lost': ({ project, newsroom }) => {
    damage(newsroom, join(project, '.cache'), 0.5, (file) => rmSync(file));
  },
  'the whole cache is lost': ({ project }) => rmSync(join(project, '.cache'), { recursive: true, force: true }),
  'bytes of the cache are changed': ({ project, newsroom }) => {
    damage(newsroom, join(project, '.cache'), 0.2, spoil);
  },
  'files of the site are lost': ({ out, newsroom }) => {
    damage(newsroom, out, 0.1, (file) => rmSync(file));
  },
  'bytes of the site are changed': ({ out, newsroom }) => {
    damage(newsroom, out, 0.1, spoil);
  },
};

/** Every kind of change, and how often it comes for each time that another does. */
const KINDS = [
  { changes: OF_CONTENT, share: 72 },
  { changes: OF_TIME, share: 12 },
  { changes: OF_SITE, share: 6 },
  { changes: OF_CACHE, share: 10 },
];

/** All changes by name. */
export const CHANGES: Readonly<Record<string, Change>> = Object.assign({}, ...KINDS.map(({ changes }) => changes));

/** Makes a random change. @returns what it was */
export async function change(scene: Scene): Promise<string> {
  const { random } = scene.newsroom;
  let at = random.whole(1, 100);
  const kind = KINDS.find(({ share }) => (at -= share) <= 0) ?? KINDS[0];
  const name = random.pick(Object.keys(kind?.changes ?? {}));
  await CHANGES[name]?.(scene);
  return name;
}

function replaceIn(file: string, pattern: RegExp, text: string): void {
  const before = readFileSync(file, 'utf8');
  if (!pattern.test(before)) throw new Error(`${file} has nothing like ${pattern} to change`);
  writeFileSync(file, before.replace(pattern, text));
}

/**
 * Damages a share of a folder's files. A cache does not hold the same ones each time (a killed build may have left some):
 * each one's lot is drawn by its name, so that the other lots, and all that happens later, do not hang on which are there.
 */
function damage(
  { random }: EditedNewsroom,
  folder: string,
  share: number,
  harm: (file: string, lot: Random) => void,
): void {
  const draw = random.next();
  if (!existsSync(folder)) return;
  for (const file of filesBelow(folder)) {
    const lot = seeded(`${draw} ${file}`);
    if (lot.chance(share)) harm(join(folder, file), lot);
  }
}

/** Changes one byte of a file, or cuts it short. */
function spoil(file: string, lot: Random): void {
  const bytes = readFileSync(file);
  if (bytes.length === 0) return;
  const at = lot.whole(0, bytes.length - 1);
  if (lot.chance(0.3)) return writeFileSync(file, bytes.subarray(0, at));
  bytes[at] = (bytes[at] ?? 0) ^ 0x20;
  writeFileSync(file, bytes);
}
