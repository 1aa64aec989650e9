import { beforeEach, describe, expect, it } from 'vitest';
import { checkEntry } from '#src/admin/check-entry.ts';
import { entryFromFile, fileFromEntry } from '#src/admin/content-format.ts';
import { formFields } from '#src/admin/form-fields.ts';
import { KnownNewsroom } from '#src/admin/known-newsroom.ts';
import { publishedLists, type ListFiles } from '#src/admin/published-list.ts';
import { homeOf } from '#src/reading/home-of.ts';
import { placeOfFile } from '#src/reading/place-of-file.ts';
import { readNewsroom } from '#src/reading/read-newsroom.ts';
import { messageText } from '#src/schemas/message.ts';
import { NOW, SITE } from '../../factories.ts';
import { AROUND, STORY, temporaryFolder } from '../../temporary-folder.ts';

const HOME = { ...homeOf(SITE), files: new Set(['/guide.pdf']), pages: new Set(['/subscribe/']) };
const YEAR = 2026;

/** A story with a headline of its own, more lines of front matter, and a text. */
const story = (title: string, text = '', lines = '') =>
  STORY.replace(/title: .*/, `title: ${title}\n${lines}`)
    .replace('\n\n', '\n')
    .replace(/\n---\n[^]*$/, `\n---\n\n${text}\n`);

/** One story for each thing that only the newsroom knows. */
const STORIES: Readonly<Record<string, string>> = {
  'good.md': story(
    'Good',
    'See [glass](/articles/glass/#s-bottles), [old](/articles/old/), [all](/latest/), [it](/guide.pdf) and [mail](/subscribe/).',
  ),
  'glass.md': story('Glass', '## Bottles\n\nWords.'),
  'draft.md': story('Draft', 'Words.', 'draft: true\n'),
  'gone.md': story('Gone', 'Words.', 'withdrawn: { date: 2026-11-21, reason: "Wrong." }\n'),
  'moved.md': story('Moved', 'Words.', 'aliases: [/old-place/]\ntranslationKey: pair\n'),
  'dead.md': story('Dead', 'One.\n\nSee [it](/articles/glas/) and [that](/nowhere/).'),
  'withheld.md': story('Withheld', 'See [it](/articles/draft/).'),
  'withdrawn.md': story('Withdrawn', 'See [it](/articles/gone/).'),
  'anchor.md': story('Anchor', 'See [it](/articles/glass/#jars).'),
  'redirected.md': story('Redirected', 'See [it](/old-place/).'),
  'nobody.md': story('Nobody', 'Words.').replace(/authors: .*/, 'authors: [ana-pec]'),
  'pictures.md': story('Pictures', 'One.\n\n![A reef](/pictures/other.webp)\n\n![A reef](/pictures/reef.webp)'),
  'twice.md': story('Twice', 'Words.', 'slug: glass\n'),
  'pair-again.md': story('Again', 'Words.', 'translationKey: pair\n'),
  'alone.md': story('Alone', 'Words.', 'translationKey: alone\n'),
  'alias.md': story('Alias', 'Words.', 'aliases: [/articles/glass/]\n'),
  'source.md': story('Source', 'Words.', `sources: [{ title: A, url: "${SITE.url}articles/none/" }]\n`),
  'early.md': story('Early', 'See [it](/articles/late/).').replace(/pubDate: .*/, 'pubDate: 2027-01-05'),
  'late.md': story('Late', 'Words.').replace(/pubDate: .*/, 'pubDate: 2027-01-04'),
};
const OLD = { 'articles/en/2017/old.md': story('Old', '## Jars').replace(/pubDate: .*/, 'pubDate: 2017-03-01') };

const FILES: Readonly<Record<string, string>> = {
  ...AROUND,
  ...OLD,
  'articles/es/2026/pareja.md': story('Pareja', 'Palabras.', 'translationKey: pair\n'),
  'pictures/reef.webp': '',
  ...Object.fromEntries(Object.entries(STORIES).map(([name, text]) => [`articles/en/2026/${name}`, text])),
};

const read = (root: string) => readNewsroom(root, { now: NOW, home: HOME });

/** What is written with a form for a newsroom, as far as it is good. */
function listsOf(root: string): ListFiles {
  const { newsroom, problems, view } = read(root);
  const faulty = new Set(problems.filter(({ severity }) => severity === 'error').map(({ file }) => file));
  return publishedLists(newsroom, { home: HOME, now: NOW, anchors: view.anchors, faulty });
}

/** The form, when it has read its years of a newsroom. */
function opened(files: Readonly<Record<string, string>>, lists: ListFiles): KnownNewsroom {
  const known = new KnownNewsroom((path) => Promise.resolve(JSON.parse(lists.get(path) ?? 'null')), [YEAR]);
  for (const [file, text] of Object.entries(files)) {
    const { collection, locale } = placeOfFile(file);
    if (file.startsWith('pictures/') || (collection === 'articles' && !file.includes(`/${YEAR}/`))) continue;
    known.remember(file, entryFromFile(collection, formFields(collection, locale ?? 'en'), text));
  }
  return known;
}

const hasPicture = (path: string) => path === '/pictures/reef.webp';

/** What the form says of a file when it is saved, as the linter names it. */
function said(known: KnownNewsroom, file: string, text: string, before = file): string[] {
  const { collection } = placeOfFile(file);
  const fields = formFields(collection, 'en');
  const saved = fileFromEntry(collection, fields, entryFromFile(collection, fields, text));
  const around = { known, before, hasPicture, site: SITE.url, now: NOW };
  return checkEntry({ file, text: saved }, 'en', around).map(({ rule, reason }) => `${rule}: ${reason}`);
}

describe('what the newsroom has, beside the form', () => {
  let lists: ListFiles = new Map();
  let problems: ReturnType<typeof read>['problems'] = [];
  beforeEach(() => {
    const root = temporaryFolder(FILES);
    lists = listsOf(root);
    ({ problems } = read(root));
  });

  it('lets the form say of each file what the linter says', async () => {
    const known = opened(FILES, lists);
    await known.loadAll();
    for (const [name, text] of Object.entries(STORIES)) {
      const file = `articles/en/2026/${name}`;
      const linted = problems.filter((problem) => problem.file === file);
      const words = linted.map(({ rule, message }) => `${rule}: ${messageText(message, 'en').reason}`);
      expect([file, said(known, file, text).sort()]).toEqual([file, words.sort()]);
    }
    const rules = new Set(problems.filter(({ file }) => file.startsWith('articles/')).map(({ rule }) => rule));
    expect([...rules].sort()).toEqual([
      'address-twice',
      'alias-taken',
      'dangling-name',
      'dead-anchor',
      'dead-link',
      'lonely-translation',
      'missing-picture',
      'moved-link',
      'translation-twice',
      'untranslated',
      'withdrawn-link',
      'withheld-link',
    ]);
  });

  it('names nothing that readers cannot see', () => {
    const text = [...lists.values()].join();
    for (const hidden of ['Draft', 'Gone', 'Early', 'Late', 'draft', 'late']) expect(text).not.toContain(`"${hidden}`);
    expect(text).toContain('"Glass"');
  });

  it('is asked for other years only when something is not found', async () => {
    const known = opened(FILES, lists);
    await known.first();
    const link = story('New', 'See [old](/articles/old/#s-jars).');
    expect(said(known, 'articles/en/2026/new.md', link)).toEqual([expect.stringMatching(/^dead-link/)]);
    expect(known.isWhole).toBe(false);
    await known.loadAll();
    expect(said(known, 'articles/en/2026/new.md', link)).toEqual([]);
    expect(known.isWhole).toBe(true);
  });

  it('knows what the form has saved, moved and could not read', () => {
    const known = opened(FILES, lists);
    const link = story('New', 'See [it](/articles/newer/).');
    const file = 'articles/en/2026/new.md';
    expect(said(known, file, link)).toEqual([expect.stringMatching(/^dead-link/)]);
    known.remember(
      'articles/en/2026/newer.md',
      entryFromFile('articles', formFields('articles', 'en'), story('Newer')),
    );
    expect(said(known, file, link)).toEqual([]);
    known.forget('articles/en/2026/newer.md');
    known.rememberUnread('articles/en/2026/newer.md');
    expect(said(known, file, link)).toEqual([]);
    // Its old address is now an alias of its own, and no other story's.
    const renamed = story('Good', 'Words.', 'aliases: [/articles/good/]\n');
    expect(said(known, 'articles/en/2026/better.md', renamed, 'articles/en/2026/good.md')).toEqual([]);
  });

  it('finds stories by their headline, with their state', async () => {
    const known = opened(FILES, lists);
    await known.loadAll();
    const stories = known.stories(NOW).map(({ title, state, url }) => `${title} ${state} ${url}`);
    expect(stories).toContain('Draft draft /articles/draft/');
    expect(stories.at(-1)).toBe('Old live /articles/old/');
  });
});
