import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeEditions } from '#src/newsroom/edition.ts';
import { readNewsroom } from '#src/reading/read-newsroom.ts';
import { COLLECTIONS } from '#src/schemas/collections.ts';
import { COLLECTION_OF } from '../../../scripts/new/free-file.ts';
import { SITE } from '../../factories.ts';
import { AROUND, STORY, temporaryFolder, writeFiles } from '../../temporary-folder.ts';
import { callScript } from '../call-script.ts';

const DESK = 'name: { en: Desk, es: Mesa }\nkind: desk\nrole: { en: D, es: M }\nbiography: { en: D, es: M }\n';
const CATEGORY = 'title: { en: Region, es: Región }\ndescription: { en: R, es: R }\norder: 10\n';
const TRANSLATED = STORY.replace('categories:', 'tags: [reefs]\ntranslationKey: quiet-reef\ncategories:');

/** A newsroom with a person, two desks of which one signs an article, two categories, and two articles. */
const newsroom = () =>
  temporaryFolder({
    ...AROUND,
    'authors/a-desk.yaml': DESK,
    'authors/news-desk.yaml': DESK,
    'categories/region.yaml': CATEGORY,
    'articles/en/2025/quiet-reef.md': TRANSLATED,
    'articles/en/2026/rain.md': STORY.replace('ana-pech', 'news-desk'),
  });

const draft = (content: string, ...words: string[]) =>
  callScript('new', [...words, '--content', content, '--now', '2026-11-24T08:00:59']);

describe('npm run new', () => {
  it('writes an article that is valid and in no edition', async () => {
    const root = newsroom();
    const { status, stdout, stderr } = await draft(root, 'article', 'Qué pasó en Cancún: “el Niño”', '--lang', 'es');
    expect(stderr).toBe('');
    expect(status).toBe(0);
    const file = 'articles/es/2026/que-paso-en-cancun-el-nino.md';
    expect(stdout.split('\n')[0]).toMatch(new RegExp(`^Written: .*${file}$`));
    expect(readFileSync(join(root, file), 'utf8')).toBe(
      [
        '---',
        'title: "Qué pasó en Cancún: “el Niño”"',
        'description: "Por escribir: de qué trata la nota, en una o dos frases."',
        'pubDate: 2026-11-24T08:00',
        // The desk that signs most, the first category of the navigation.
        'authors: [news-desk]',
        'categories: [region]',
        'draft: true',
        '---',
        '',
      ].join('\n'),
    );
    const reading = readNewsroom(root);
    expect(reading.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    const { es } = makeEditions(reading.newsroom, SITE, new Date('2026-12-01T00:00:00Z'));
    expect(es.articles).toEqual([]);
  });

  it('takes the author and the category of an article from its options', async () => {
    const root = newsroom();
    await draft(root, 'article', 'Boats', '--author', 'ana-pech', '--category', 'environment', '--slug', 'two-boats');
    const text = readFileSync(join(root, 'articles/en/2026/two-boats.md'), 'utf8');
    expect(text).toContain('authors: [ana-pech]\ncategories: [environment]\n');
  });

  it('copies into a translation what it shares with the original', async () => {
    const root = newsroom();
    const { status } = await draft(root, 'article', 'El arrecife', '--lang', 'es', '--translates', 'quiet-reef');
    expect(status).toBe(0);
    expect(readFileSync(join(root, 'articles/es/2026/el-arrecife.md'), 'utf8')).toContain(
      'authors: [ana-pech]\ncategories: [environment]\ntags: [reefs]\ndraft: true\ntranslationKey: quiet-reef\n',
    );
    expect(readNewsroom(root).problems).toEqual([]);
    const again = await draft(root, 'article', 'Otro arrecife', '--lang', 'es', '--translates', 'quiet-reef');
    expect(again.stderr).toBe('--translates quiet-reef: articles/es/2026/el-arrecife.md is already its translation\n');
  });

  it.each([
    ['page', ['Our history'], 'pages/en/our-history.md'],
    ['author', ['José Ek'], 'authors/jose-ek.yaml'],
    ['tag', ['Reefs'], 'tags/reefs.yaml'],
    ['notice', ['The port is closed', '--kind', 'port', '--until', '2026-11-26'], 'notices/the-port-is-closed.yaml'],
    ['category', ['Sport'], 'categories/sport.yaml'],
    ['event-kind', ['Talks'], 'event-kinds/talks.yaml'],
    ['place', ['Tulum', '--at', '20.2114,-87.4654'], 'places/tulum.yaml'],
  ])('writes a %s that is valid', async (kind, words, file) => {
    const root = newsroom();
    expect(await draft(root, kind, ...words)).toMatchObject({ status: 0, stderr: '' });
    expect(existsSync(join(root, file))).toBe(true);
    expect(readNewsroom(root).problems.filter((problem) => problem.file === file)).toEqual([]);
  });

  it('begins a file of every collection, but for the newsletter, which has a command of its own', () => {
    expect([...Object.values(COLLECTION_OF), 'newsletters'].toSorted()).toEqual(COLLECTIONS.toSorted());
  });

  it('writes a notice that begins now, lasts a day, and is a draft', async () => {
    const root = newsroom();
    await draft(root, 'notice', 'Sin agua en el centro', '--lang', 'es', '--kind', 'water', '--level', 'urgent');
    expect(readFileSync(join(root, 'notices/sin-agua-en-el-centro.yaml'), 'utf8')).toBe(
      [
        'text: { en: "Sin agua en el centro", es: "Sin agua en el centro" }',
        'level: urgent',
        'kind: water',
        'since: 2026-11-24T08:00',
        'until: 2026-11-25T08:00',
        'draft: true',
        '',
      ].join('\n'),
    );
    const said = async (...words: string[]) => (await draft(root, 'notice', 'X', ...words)).stderr;
    expect(await said('--kind', 'music')).toContain('--kind music: expected one of port, sargassum');
    expect(await said('--level', 'high')).toContain('--level high: expected one of urgent, caution, notice');
    expect(await said('--until', '2026-11-23')).toContain('until');
  });

  it('puts a new category behind the others', async () => {
    const root = newsroom();
    await draft(root, 'category', 'Sport');
    expect(readFileSync(join(root, 'categories/sport.yaml'), 'utf8')).toContain('order: 110\n');
  });

  const withEvents = () => {
    const root = newsroom();
    writeFiles(root, {
      'places/tulum.yaml': 'name: { en: Tulum, es: Tulum }\nstate: Quintana Roo\nlatitude: 20.2\nlongitude: -87.4\n',
      'event-kinds/music.yaml': 'title: { en: Music, es: Música }\n',
      'events/es/2026/trova.md':
        '---\ntitle: Trova\ndescription: D\nstart: 2026-12-04T20:00\nduration: 2h30\nrepeats: { every: week, until: 2027-03-26 }\nplace: tulum\nkinds: [music]\ntranslationKey: trova\n---\nT.\n',
    });
    return root;
  };

  it('writes an event that is valid and in no edition', async () => {
    const root = withEvents();
    const { status, stderr } = await draft(root, 'event', 'Jarana night', '--start', '2026-12-05 20:00');
    expect([status, stderr]).toEqual([0, '']);
    expect(readFileSync(join(root, 'events/en/2026/jarana-night.md'), 'utf8')).toContain(
      'pubDate: 2026-11-24T08:00\nstart: "2026-12-05T20:00"\nduration: "2h"\nplace: tulum\nkinds: [music]\ndraft: true\n',
    );
    expect(readNewsroom(root).problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('copies into the translation of an event what both languages say alike', async () => {
    const root = withEvents();
    expect(await draft(root, 'event', 'Trova night', '--translates', 'trova')).toMatchObject({ status: 0, stderr: '' });
    const { problems, newsroom } = readNewsroom(root);
    expect(
      problems.filter(
        ({ rule, file }) =>
          rule === 'translations-differ' || (rule === 'lonely-translation' && file.startsWith('events/')),
      ),
    ).toEqual([]);
    const [en, es] = newsroom.events;
    expect([en?.repeats, en?.duration]).toEqual([es?.repeats, es?.duration]);
  });

  it('refuses an event at a time or place that is none', async () => {
    const said = async (...words: string[]) => (await draft(withEvents(), 'event', 'X', ...words)).stderr;
    expect(await said('--start', '2026-12-05 8pm')).toContain('write 2026-12-05T20:00');
    expect(await said('--place', 'tulun')).toContain('there is no such file in places/; did you mean “tulum”?');
    expect(await said('--kind', 'musik')).toContain('did you mean “music”?');
  });

  it('overwrites nothing, and names a free address', async () => {
    const root = newsroom();
    writeFileSync(join(root, 'articles/en/2026/rain-2.md'), STORY);
    const { status, stderr } = await draft(root, 'article', 'Rain');
    expect(stderr).toBe(
      'articles/en/2026/rain.md already has the address “rain”. Choose another title, or add --slug rain-3\n',
    );
    expect(status).toBe(2);
    expect(readFileSync(join(root, 'articles/en/2026/rain.md'), 'utf8')).toContain('authors: [news-desk]');
  });

  it('does not use words that are reserved by the site', async () => {
    const root = newsroom();
    await draft(root, 'article', 'Admin');
    expect(existsSync(join(root, 'articles/en/2026/article-admin.md'))).toBe(true);
  });

  it.each([
    [['article', 'Quiet reef'], 'articles/en/2025/quiet-reef.md already has the address “quiet-reef”.'],
    [['page', 'Search'], 'The site itself already has the address “search”.'],
    [['article', '日本'], '“日本” gives no address: a slug has only lower-case letters'],
    [['article', 'X', '--slug', 'Not a slug'], '--slug Not a slug: a slug has only lower-case letters'],
    [
      ['article', 'X', '--author', 'ana-pec'],
      '--author ana-pec: there is no such file in authors/; did you mean “ana-pech”?',
    ],
    [
      ['article', 'X', '--section', 'zzz'],
      '--category zzz: there is no such file in categories/. There are environment, region',
    ],
    [['article', 'X', '--translates', 'quiet-reef'], '--translates quiet-reef: there is no such article in es'],
    [['article', 'X', '--lang', 'fr'], '--lang fr: expected en or es'],
    [['article', 'Y', '--lang', 'es', '--translates', 'rain'], 'rain.md has no translationKey yet. Add one there'],
    [
      ['story', 'X'],
      'story: expected article, event, notice, page, author, category, tag, place, event-kind, then its title',
    ],
    [['article'], 'expected one title in quotation marks: npm run new -- article "The title"'],
    [['article', 'Two', 'words'], 'expected one title in quotation marks'],
    [['place', 'Tulum'], '--at is missing: the place’s decimal degrees'],
    [['place', 'Tulum', '--at', 'here'], '--at here: expected latitude and longitude in decimal degrees'],
  ])('refuses %o', async (words, sentence) => {
    const { status, stderr } = await draft(newsroom(), ...words);
    expect(stderr).toContain(sentence);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(status).toBe(2);
  });

  it('leaves no file behind that is not valid', async () => {
    const root = newsroom();
    const { status, stderr } = await draft(root, 'place', 'Nowhere', '--at', '99,0');
    expect(stderr).toContain('places/nowhere.yaml:3:1  error  latitude (99)  a latitude is between -90 and 90');
    expect(status).toBe(1);
    expect(existsSync(join(root, 'places/nowhere.yaml'))).toBe(false);
  });
});
