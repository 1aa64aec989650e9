import { appendFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CORRECTION_KINDS } from '#src/schemas/article.ts';
import { filesBelow } from '#src/disk/files-below.ts';
import { seeded, type Random } from '../random.ts';
import type { Draft, EditedNewsroom } from './edited-newsroom.ts';

/** Everything that a history changes: what a build reads, what it has cached, and what time it is. */
export interface HistoryState {
  newsroom: EditedNewsroom;
  /** A copy of the project, whose sources and caches may be changed. */
  project: string;
  /** The site that is built over and over. */
  out: string;
  /** Holds the newsroom as it was when it last had no mistake. */
  published: string;
  now: Date;
  /** The site's address; undefined: the configured one. */
  origin: string | undefined;
}

/** One thing that happens between two builds. */
type Change = (state: HistoryState) => void | Promise<void>;

const HOUR_MS = 3_600_000;

/** Gives an article other front matter. */
const edit =
  (fieldsOf: (state: HistoryState, draft: Draft) => Record<string, unknown>): Change =>
  (state) => {
    const draft = state.newsroom.pickArticle();
    Object.assign(draft.frontMatter, fieldsOf(state, draft));
    state.newsroom.save(draft);
  };

/** What editors do. */
const OF_CONTENT: Record<string, Change> = {
  'an article is added': ({ newsroom, now }) => newsroom.addArticle(now),
  'an article is added to the archive': ({ newsroom, now }) =>
    newsroom.addArticle(new Date(now.getTime() - 80 * 24 * HOUR_MS)),
  'a headline is edited': edit(({ newsroom }) => ({ title: newsroom.words(5) })),
  'a standfirst is edited': edit(({ newsroom }) => ({ description: newsroom.words(9) })),
  'a text is edited': edit(({ newsroom }, draft) => {
    draft.body = newsroom.text();
    return {};
  }),
  'an article is renamed': ({ newsroom }) => void newsroom.rename(newsroom.pickArticle()),
  'an article is renamed and keeps its old address as an alias': ({ newsroom }) => {
    const draft = newsroom.pickArticle();
    newsroom.addAlias(draft, newsroom.rename(draft));
  },
  'an article gets an alias': ({ newsroom }) => newsroom.addAlias(newsroom.pickArticle(), newsroom.oldPath()),
  'an article loses its aliases': edit(() => ({ aliases: undefined })),
  'an article is deleted': ({ newsroom }) => {
    if (newsroom.articles.length > 3) newsroom.remove(newsroom.pickArticle());
  },
  'an article gets other tags': edit(({ newsroom }) => ({ tags: newsroom.tags() })),
  'an article gets another date': edit(({ newsroom, now }) => ({
    pubDate: newsroom.dateBefore(now, 90),
    updatedDate: undefined,
    expiryDate: undefined,
  })),
  'an article is marked as updated': edit(({ newsroom, now }) => ({
    updatedDate: newsroom.dateAfter(now, 30),
    corrections: [{ date: newsroom.dateAfter(now, 30), kind: 'correction', text: newsroom.words(6) }],
  })),
  'a correction is added': edit(({ newsroom, now }, draft) => {
    const before = (draft.frontMatter['corrections'] ?? []) as readonly object[];
    const date = newsroom.random.chance(0.7) ? newsroom.dateBefore(now, 20) : newsroom.dateAfter(now, 30);
    const kind = newsroom.random.pick(CORRECTION_KINDS);
    return { corrections: [...before, { date, kind, text: newsroom.words(6) }] };
  }),
  'an article gets other authors': edit(({ newsroom }) => ({ authors: newsroom.authors() })),
  'an article moves to another category': edit(({ newsroom }) => ({ categories: newsroom.categories() })),
  'an article gets other places': edit(({ newsroom }) => ({ places: newsroom.places() })),
  'an article becomes a draft, or is one no longer': edit((_, { frontMatter }) => ({
    draft: frontMatter['draft'] !== true,
  })),
  'an article is withdrawn': edit(({ newsroom, now }) => ({
    withdrawn: { date: now.toISOString(), reason: newsroom.words(4) },
  })),
  'a withdrawn article is published again': ({ newsroom }) => {
    const draft = newsroom.articles.find(({ frontMatter }) => frontMatter['withdrawn']);
    if (!draft) return;
    delete draft.frontMatter['withdrawn'];
    newsroom.save(draft);
  },
  'an article is scheduled': edit(({ newsroom, now }) => ({
    pubDate: newsroom.dateAfter(now, 30),
    updatedDate: undefined,
    expiryDate: undefined,
    corrections: [],
  })),
  'an article gets an expiry date': edit(({ newsroom, now }) => ({
    pubDate: newsroom.dateBefore(now, 30),
    updatedDate: undefined,
    expiryDate: newsroom.dateAfter(now, 30),
  })),
  'an article is marked for the front': edit(({ newsroom }) => ({ featured: newsroom.random.pick(['lead', 'top']) })),
  'a translation is added': ({ newsroom }) => newsroom.translate(newsroom.pickArticle()),
  'a translation is removed': ({ newsroom }) => {
    const translated = newsroom.articles.find(({ frontMatter }) => frontMatter['translationKey']);
    if (translated) newsroom.remove(translated);
  },
  'an article gets a picture': edit(({ newsroom }) => ({ picture: newsroom.picture() })),
  'a picture is replaced': ({ newsroom }) => newsroom.savePicture(),
  'an author’s name changes': ({ newsroom }) => newsroom.saveAuthor(),
  'a category’s name changes': ({ newsroom }) => newsroom.saveCategory(),
  'a place’s name changes': ({ newsroom }) => newsroom.savePlace(),
  'a tag’s name changes': ({ newsroom }) => newsroom.saveTag(),
  'a tag loses its file': ({ newsroom }) => newsroom.removeTag(),
  'a page is edited': ({ newsroom }) => newsroom.savePage(),
};

const passes =
  (hours: number): Change =>
  (state) =>
    void (state.now = new Date(state.now.getTime() + hours * HOUR_MS));

/** Time passes the moments at which articles become due, expire and are corrected. */
const OF_TIME: Record<string, Change> = {
  'an hour passes': passes(1),
  'a day passes': passes(24),
  nothing: () => undefined,
};

/** The publisher changes the site itself. */
const OF_SITE: Record<string, Change> = {
  'the site’s address changes': (state) => {
    state.origin = state.origin ? undefined : 'https://moved.example';
  },
  'a setting changes': ({ project, newsroom: { random } }) =>
    replaceIn(project, 'src/site.config.ts', /articlesPerPage: \d+/, `articlesPerPage: ${random.whole(5, 8)}`),
  'a template changes': ({ project, newsroom: { random } }) => {
    const footer = `<footer data-change="${random.whole(1, 999)}"`;
    replaceIn(project, 'src/components/navigation/Imprint.astro', /<footer(?: data-change="\d+")?/, footer);
  },
  'a style changes': ({ project, newsroom: { random } }) =>
    appendFileSync(join(project, 'src/styles/base.css'), `\n.change { order: ${random.whole(1, 999)}; }\n`),
  'a word of the interface changes': ({ project, newsroom }) =>
    replaceIn(project, 'src/i18n/en.json', /"latest": "[^"]*"/, `"latest": "${newsroom.words(1)}"`),
};

/** What happens to files that only builds write. */
const OF_OUTPUT: Record<string, Change> = {
  'half of the cache is lost': ({ project, newsroom }) => damage(newsroom, join(project, '.cache'), 0.5, remove),
  'the whole cache is lost': ({ project }) => rmSync(join(project, '.cache'), { recursive: true, force: true }),
  'bytes of the cache are changed': ({ project, newsroom }) => damage(newsroom, join(project, '.cache'), 0.2, corrupt),
  'files of the site are lost': ({ out, newsroom }) => damage(newsroom, out, 0.1, remove),
  'bytes of the site are changed': ({ out, newsroom }) => damage(newsroom, out, 0.1, corrupt),
};

/** Mistakes: the rest of the newsroom is published all the same. */
const OF_MISTAKES: Record<string, Change> = {
  'a mistake is made': ({ newsroom }) => newsroom.slip(),
  'three mistakes are made': ({ newsroom }) => [1, 2, 3].forEach(() => newsroom.slip()),
  'all mistakes are fixed': ({ newsroom, now }) => newsroom.fix(now),
};

/** Every kind of change, and how many of a hundred changes are of it. */
const KINDS = [
  { changes: OF_CONTENT, share: 60 },
  { changes: OF_MISTAKES, share: 12 },
  { changes: OF_TIME, share: 12 },
  { changes: OF_SITE, share: 6 },
  { changes: OF_OUTPUT, share: 10 },
];

/** Makes a random change. @returns what it was */
export async function change(state: HistoryState): Promise<string> {
  const { random } = state.newsroom;
  let at = random.whole(1, 100);
  const kind = KINDS.find(({ share }) => (at -= share) <= 0) ?? KINDS[0];
  const [name, make] = random.pick(Object.entries(kind?.changes ?? {}));
  await make(state);
  return name;
}

/** @throws Error if the file has nothing like the pattern */
export function replaceIn(project: string, file: string, pattern: RegExp, text: string): void {
  const path = join(project, file);
  const before = readFileSync(path, 'utf8');
  if (!pattern.test(before)) throw new Error(`${file} has nothing like ${pattern} to change`);
  writeFileSync(path, before.replace(pattern, text));
}

/**
 * Damages a share of a folder's files. A cache does not hold the same ones each time (a killed build may have left some):
 * each one's chance comes from its name, so that nothing that happens later depends on which are there.
 */
function damage(
  { random }: EditedNewsroom,
  folder: string,
  share: number,
  harm: (file: string, random: Random) => void,
): void {
  const seed = random.next();
  if (!existsSync(folder)) return;
  for (const file of filesBelow(folder)) {
    const ofFile = seeded(`${seed} ${file}`);
    if (ofFile.chance(share)) harm(join(folder, file), ofFile);
  }
}

function remove(file: string): void {
  rmSync(file);
}

/** Changes one byte of a file, or cuts it short. */
function corrupt(file: string, random: Random): void {
  const bytes = readFileSync(file);
  if (bytes.length === 0) return;
  const at = random.whole(0, bytes.length - 1);
  if (random.chance(0.3)) return writeFileSync(file, bytes.subarray(0, at));
  bytes[at] = (bytes[at] ?? 0) ^ 0x20;
  writeFileSync(file, bytes);
}
