import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Article } from '#src/newsroom/newsroom.ts';
import { describeFaulty } from '#src/reading/describe-faulty.ts';
import { loadNewsroom } from '#src/reading/load-newsroom.ts';
import type { LastPublished } from '#src/reading/publishable-part.ts';
import { DEAD_LINK_RULES } from '#src/rules/links/link-rules.ts';
import { formatProblem } from '#src/schemas/problem.ts';
import { NOW } from '../../factories.ts';
import { ALL_DEFECTS } from '../../scripts/lint-content/defects/all-defects.ts';
import { corruptNewsroom } from '../../scripts/lint-content/defects/corrupt-newsroom.ts';
import { GOOD_WEBP, PNG } from '../../scripts/lint-content/defects/pictures.ts';
import { AROUND, STORY, temporaryFolder, writeFiles } from '../../temporary-folder.ts';

/** What is published of a newsroom that was published once and then edited. */
async function published(folder: string, last?: LastPublished) {
  const earlierFolder = join(temporaryFolder(), 'earlier');
  const loaded = await loadNewsroom(folder, { now: NOW, leaveOut: { earlierFolder, last } });
  return {
    ...loaded,
    earlierFolder,
    /** What readers see of each file with mistakes. */
    seen: describeFaulty('en', loaded.faulty),
    errors: loaded.problems.filter(({ severity }) => severity === 'error').map(formatProblem),
    article: (id: string): Article | undefined => loaded.newsroom.articles.find((article) => article.id === id),
  };
}

/** The files of a folder, as they were published. */
function lastIn(folder: string): LastPublished {
  return {
    key: folder,
    read: (file) => (existsSync(join(folder, file)) ? readFileSync(join(folder, file)) : undefined),
  };
}

/** A newsroom as it was published, and the same to be edited. */
function newsroomOf(files: Readonly<Record<string, string | Buffer>>) {
  const before = temporaryFolder({ ...AROUND, ...files });
  const folder = temporaryFolder();
  cpSync(before, folder, { recursive: true });
  return { folder, last: lastIn(before), edit: (edited: Record<string, string>) => writeFiles(folder, edited) };
}

const BROKEN = STORY.replace('2026-11-20T09:00', 'soon').replace('a quiet', 'a loud');
const linkTo = (slug: string) => `${STORY}\n[There](/articles/${slug}/)\n`;
const withField = (field: string, text = STORY) => text.replace('authors', `${field}\nauthors`);
const PICTURE = 'picture: { src: /pictures/reef.webp, alt: A reef, credit: Ana Pech }';

describe('a file with mistakes', () => {
  it('is shown as it was last published, or left out if it never was', async () => {
    const { folder, last, edit } = newsroomOf({ 'articles/en/reef.md': STORY, 'articles/en/fish.md': STORY });
    edit({ 'articles/en/reef.md': BROKEN, 'articles/en/new.md': BROKEN, 'authors/ana-pech.yaml': 'name: Ana\n' });
    const { seen, newsroom, article, errors, isPublishable } = await published(folder, last);
    expect(seen).toEqual([
      'articles/en/new.md: nothing; it was not published before',
      'articles/en/reef.md: the last published version',
      'authors/ana-pech.yaml: the last published version',
    ]);
    expect(article('en/reef')?.title).toBe('The reef has a quiet morning');
    expect(newsroom.articles.map(({ id }) => id)).toEqual(['en/fish', 'en/reef']);
    expect(newsroom.authors).toMatchObject([{ name: { en: 'Ana Pech' } }]);
    expect(errors).toHaveLength(4);
    expect(isPublishable).toBe(true);
  });

  it('is left out if nothing is known of what was published, with what needs it', async () => {
    const folder = temporaryFolder({
      ...AROUND,
      'authors/ignacio-ek.yaml': 'name: Ignacio Ek\n',
      'articles/en/good.md': STORY,
      'articles/en/by-ignacio.md': STORY.replace('[ana-pech]', '[ana-pech, ignacio-ek]'),
    });
    const { seen, newsroom, problems } = await published(folder);
    expect(seen).toEqual([
      'articles/en/by-ignacio.md: nothing; no earlier version is known',
      'authors/ignacio-ek.yaml: nothing; no earlier version is known',
    ]);
    expect(newsroom.articles.map(({ id }) => id)).toEqual(['en/good']);
    expect(problems.filter(({ rule }) => rule === 'depends-on-broken').map(formatProblem)).toEqual([
      'articles/en/by-ignacio.md:5:21  error  authors[1] ("authors/ignacio-ek.yaml")  needs authors/ignacio-ek.yaml, which has mistakes — fix that file first',
    ]);
  });

  it('is left out if what it was does not fit any more: its address belongs to another story now', async () => {
    const { folder, last, edit } = newsroomOf({ 'articles/en/2025/reef.md': STORY });
    edit({ 'articles/en/2025/reef.md': withField('slug: old-reef', BROKEN), 'articles/en/2026/reef.md': STORY });
    const { newsroom, faulty } = await published(folder, last);
    // Both claim the address: the one that was published before keeps it.
    expect(newsroom.articles.length).toBeLessThanOrEqual(1);
    expect(faulty.map(({ file }) => file)).toContain('articles/en/2025/reef.md');
  });

  it.each([
    'Draft: yes',
    'drafft: true',
    'draft:',
    'status: draft',
    'published: false',
    'borrador: true',
    'withdrawn: { date: 2026-11-21 }',
    'withdrwan: { date: 2026-11-21, reason: Wrong. }',
  ])('is left out if it speaks of being a draft or withdrawn: %s', async (field) => {
    const { folder, last, edit } = newsroomOf({ 'articles/en/reef.md': STORY });
    edit({ 'articles/en/reef.md': withField(field, BROKEN) });
    const { seen, newsroom } = await published(folder, last);
    expect(seen).toEqual(['articles/en/reef.md: nothing; it speaks of being a draft or withdrawn']);
    expect(newsroom.articles).toEqual([]);
  });

  it('stays withdrawn as it was, if it was last published so', async () => {
    const field = 'withdrawn: { date: 2026-11-21, reason: Wrong. }';
    const { folder, last, edit } = newsroomOf({ 'articles/en/reef.md': withField(field) });
    edit({ 'articles/en/reef.md': withField(field, BROKEN) });
    const { seen, article } = await published(folder, last);
    expect(seen).toEqual(['articles/en/reef.md: the last published version']);
    expect(article('en/reef')).toMatchObject({ withdrawn: { reason: 'Wrong.' } });
  });

  it.each(['draft: true', '"draft": true'])(
    'is left out without a word if it is a draft, whatever it was: its mistakes are warnings (%s)',
    async (field) => {
      const { folder, last, edit } = newsroomOf({ 'articles/en/reef.md': STORY, 'articles/en/bad.md': BROKEN });
      edit({ 'articles/en/reef.md': withField(field, BROKEN) });
      const { seen, newsroom, errors } = await published(folder, last);
      expect(seen).toEqual([expect.stringMatching(/^articles\/en\/bad\.md: /)]);
      expect(errors.filter((error) => error.startsWith('articles/en/reef.md'))).toEqual([]);
      expect(newsroom.articles).toEqual([]);
      const { problems, isPublishable } = await loadNewsroom(
        temporaryFolder({ ...AROUND, 'articles/en/reef.md': withField(field, BROKEN) }),
      );
      expect(isPublishable).toBe(true);
      expect(problems).not.toEqual([]);
      expect(problems.every(({ severity }) => severity === 'warning')).toBe(true);
    },
  );

  it.each([
    [
      'events/en/2026/fair.md',
      '---\ntitle: Fair\ndescription: Honey.\nstart: 2026-12-05\nplace: nowhere\nkinds: [none]\n---\n',
    ],
    ['notices/port.yaml', 'text: { en: a, es: b }\nlevel: notice\nkind: port\nsince: 2026-11-20\nuntil: 2026-11-10\n'],
  ])('is a warning too if it is not an article: %s', async (file, text) => {
    const severities = async (written: string) => {
      const { problems } = await loadNewsroom(temporaryFolder({ ...AROUND, [file]: written }));
      return problems.filter((problem) => problem.file === file).map(({ severity }) => severity);
    };
    expect(await severities(text)).toContain('error');
    const draft = text.includes('---') ? text.replace('kinds:', 'draft: true\nkinds:') : `${text}draft: true\n`;
    const warned = await severities(draft);
    expect(warned).toContain('warning');
    expect(warned).not.toContain('error');
  });

  it.each(['draft: false', 'draft: no', '# draft: true', 'tags: [draft]', 'withdrawn: false'])(
    'is shown as it was if it says that it is not, or speaks of something else: %s',
    async (field) => {
      const { folder, last, edit } = newsroomOf({ 'articles/en/reef.md': STORY });
      edit({ 'articles/en/reef.md': `${withField(field, BROKEN)}\nThe draft: it was withdrawn.\n` });
      expect((await published(folder, last)).seen).toEqual(['articles/en/reef.md: the last published version']);
    },
  );

  it('is the only one named, not what a wrong name in it would have meant', async () => {
    const { folder, last, edit } = newsroomOf({ 'articles/en/reef.md': STORY });
    edit({
      'articles/en/new.md': STORY.replace('ana-pech', 'anna-pech'),
      'articles/en/reef.md': withField(PICTURE.replace('reef.webp', 'none.webp')),
    });
    expect((await published(folder, last)).seen).toEqual([
      'articles/en/new.md: nothing; it was not published before',
      'articles/en/reef.md: the last published version',
    ]);
  });

  it('says nothing of files without mistakes', async () => {
    const { folder, last } = newsroomOf({ 'articles/en/reef.md': STORY });
    expect(await published(folder, last)).toMatchObject({ seen: [], errors: [], isPublishable: true });
  });
});

describe('what others need', () => {
  it('is shown as it was last published if it is gone: an author, a category, a place, a picture', async () => {
    const place = 'name: { en: Tulum, es: Tulum }\nstate: Quintana Roo\nlatitude: 20.21\nlongitude: -87.46\n';
    const story = withField(`${PICTURE}\nplaces: [tulum]`);
    const { folder, last, edit } = newsroomOf({
      'articles/en/reef.md': story,
      'places/tulum.yaml': place,
      'pictures/reef.webp': GOOD_WEBP,
    });
    edit({ 'articles/en/reef.md': story.replace('a quiet', 'a loud') });
    const gone = ['authors/ana-pech.yaml', 'categories/environment.yaml', 'pictures/reef.webp', 'places/tulum.yaml'];
    for (const file of gone) rmSync(join(folder, file));
    const { seen, article, earlierFolder } = await published(folder, last);
    expect(seen).toEqual([
      'articles/en/reef.md: the text, with what it needs as last published',
      ...gone.map((file) => `${file}: the last published version, since it is gone and others need it`),
    ]);
    expect(article('en/reef')?.title).toBe('The reef has a loud morning');
    expect(article('en/reef')?.picture?.src).toMatchObject({ file: 'pictures/reef.webp', width: 40 });
    expect(readFileSync(join(earlierFolder, 'pictures/reef.webp'))).toEqual(GOOD_WEBP);
  });

  it('is shown as it was if a picture was damaged since, and not if it was replaced by another good one', async () => {
    const { folder, last } = newsroomOf({ 'articles/en/reef.md': withField(PICTURE), 'pictures/reef.webp': GOOD_WEBP });
    const before = (await published(folder, last)).article('en/reef')?.picture?.src;
    writeFileSync(join(folder, 'pictures/reef.webp'), GOOD_WEBP.subarray(0, 30));
    const damaged = await published(folder, last);
    expect(damaged.seen).toContain('pictures/reef.webp: the last published version');
    expect(damaged.article('en/reef')?.picture?.src).toEqual(before);
    writeFileSync(join(folder, 'pictures/reef.webp'), PNG);
    expect((await published(folder, last)).seen).toEqual([]);
  });
});

describe('a dead link', () => {
  const story = (address: string) => `${STORY}\n[There](${address})\n`;

  it.each([
    ['leads nowhere', '/articles/no-such/'],
    ['leads to a part that is not there', '/articles/fish/#nowhere'],
    ['leads to a part of its own page that is not there', '#nowhere'],
    ['leads to a draft', '/articles/draft/'],
    ['leads to an embargoed story', 'https://own.invalid/articles/later/'],
    ['is no address', 'http://['],
    ['forgets https://', 'www.cancun.gob.mx'],
  ])('that %s keeps nothing from readers but itself: %s', async (_, address) => {
    const folder = temporaryFolder({
      ...AROUND,
      'articles/en/fish.md': STORY,
      'articles/en/draft.md': withField('draft: true'),
      'articles/en/later.md': STORY.replace('2026-11-20', '2027-11-20'),
      'articles/en/reef.md': story(address),
    });
    const home = { sites: ['https://own.invalid/'] as const, articlesPerPage: 20, files: new Set<string>() };
    const { newsroom, faulty, isPublishable } = await loadNewsroom(folder, { now: NOW, home, leaveOut: {} });
    expect(faulty).toEqual([{ file: 'articles/en/reef.md', shown: 'current', deadLinks: 1 }]);
    expect(newsroom.articles.find(({ id }) => id === 'en/reef')?.deadLinks).toEqual([address]);
    expect(isPublishable).toBe(true);
  });

  it('to what is left out is told, since it was good', async () => {
    const folder = temporaryFolder({ ...AROUND, 'articles/en/bad.md': BROKEN, 'articles/en/to-bad.md': linkTo('bad') });
    const { seen, errors } = await published(folder);
    expect(seen).toEqual([
      'articles/en/bad.md: nothing; no earlier version is known',
      'articles/en/to-bad.md: the text, and 1 link as words',
    ]);
    expect(errors).toContain(
      'articles/en/to-bad.md:10:9  error  body ("/articles/bad/")  leads to /articles/bad/, which readers do not see as it is because of mistakes — fix what it leads to; until then readers see the words without a link',
    );
  });

  it('in a source, of a sponsor and of an author is one as well', async () => {
    const own = 'https://rivieramayanews.example/articles/no-such/';
    const home = {
      sites: ['https://rivieramayanews.example/'] as const,
      articlesPerPage: 20,
      files: new Set<string>(),
    };
    const folder = temporaryFolder({
      ...AROUND,
      'authors/ana-pech.yaml': `${AROUND['authors/ana-pech.yaml']}website: ${own}\n`,
      'articles/en/reef.md': withField(
        `sources: [{ title: Counts, url: "${own}" }]\nsponsor: { name: Hotel, url: "${own}" }`,
      ),
    });
    const { newsroom, faulty } = await loadNewsroom(folder, { now: NOW, home, leaveOut: {} });
    expect(faulty).toMatchObject([
      { file: 'articles/en/reef.md', deadLinks: 2 },
      { file: 'authors/ana-pech.yaml', deadLinks: 1 },
    ]);
    expect(newsroom.articles[0]?.deadLinks).toEqual([own]);
    expect(newsroom.authors[0]).not.toHaveProperty('website');
  });
});

describe('a newsroom in which anything may be wrong', () => {
  it('leaves out what lies in a folder that is wrong, and a topic whose story is good', async () => {
    const folder = temporaryFolder({
      ...AROUND,
      'articles/en/2026:07/lost.md': STORY,
      'articles/en/turtles.md': STORY.replace('authors', 'tags: [turtles]\nauthors'),
      'tags/turtles.yaml': 'title: { en: Sea turtles, es: Tortugas marinas }\naliases: [/articles/turtles/]\n',
    });
    const { newsroom, faulty } = await published(folder);
    expect(faulty.filter(({ shown }) => shown === 'nothing').map(({ file }) => file)).toEqual([
      'articles/en/2026:07/',
      'articles/en/2026:07/lost.md',
      'tags/turtles.yaml',
    ]);
    expect([newsroom.articles.map(({ id }) => id), newsroom.tags]).toEqual([['en/turtles'], []]);
  });

  it.each(['known', 'unknown'])(
    'is one without mistakes, the same as if its files were what readers see, however it was corrupted: last version %s',
    async (knowledge) => {
      const stories = Array.from({ length: 300 }, (_, index) => `articles/en/2026/story-${index}.md`);
      const files = stories.map((file, index) => [
        file,
        index % 3 === 0 ? linkTo(`story-${(index * 7) % 300}`) : STORY,
      ]);
      const { folder, last } = newsroomOf(Object.fromEntries(files) as Record<string, string>);
      corruptNewsroom(folder, ALL_DEFECTS.length, 'publishable');
      const part = await published(folder, knowledge === 'known' ? last : undefined);
      expect(part.faulty.length).toBeGreaterThan(80);

      const clean = join(temporaryFolder(), 'clean');
      cpSync(folder, clean, { recursive: true, verbatimSymlinks: true });
      for (const { file, shown } of part.faulty) {
        if (shown !== 'current') rmSync(join(clean, file), { recursive: true, force: true });
        if (shown === 'earlier') cpSync(join(part.earlierFolder, file), join(writable(clean, file), file));
      }
      const read = await loadNewsroom(clean, { now: NOW, leaveOut: {} });
      // A picture is shown, whatever its name.
      const errors = read.problems.filter(
        ({ severity, rule }) => severity === 'error' && !DEAD_LINK_RULES.has(rule) && rule !== 'twin-names',
      );
      expect(errors.map(formatProblem)).toEqual([]);
      expect(read.newsroom).toEqual(part.newsroom);
    },
  );
});

/** Makes the folder of a file. @returns the root */
function writable(root: string, file: string): string {
  writeFiles(root, { [join(dirname(file), '.made')]: '' });
  return root;
}
