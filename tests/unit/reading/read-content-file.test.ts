import { writeFileSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { picturePathIn } from '#src/reading/picture-path.ts';
import { readBody, readSameBody } from '#src/reading/read-body.ts';
import { readCollection } from '#src/reading/read-collection.ts';
import { readContentFile } from '#src/reading/read-content-file.ts';
import type { Collection } from '#src/schemas/collections.ts';
import { formatProblem } from '#src/schemas/problem.ts';
import { AROUND, STORY, temporaryFolder } from '../../temporary-folder.ts';

/** What is reported of one file that is alone in a newsroom. */
function said(collection: Collection, name: string, text: string, others: Record<string, string> = {}): string[] {
  const root = temporaryFolder({ [`${collection}/${name}`]: text, ...others });
  return readContentFile({ contentRoot: root }, collection, name).problems.map(formatProblem);
}

const story = (text: string, others: Record<string, string> = {}) => said('articles', 'en/2026/reef.md', text, others);

const PICTURE_REMEDY = 'check the spelling, or add the picture to the newsroom’s pictures folder';

describe('readContentFile', () => {
  it('makes a record of a good story', () => {
    const root = temporaryFolder({ 'articles/en/2026/reef.md': STORY });
    const { record, problems } = readContentFile({ contentRoot: root }, 'articles', 'en/2026/reef.md');
    expect(problems).toEqual([]);
    expect(record).toMatchObject({
      id: 'en/2026/reef',
      collection: 'articles',
      locale: 'en',
      stem: 'reef',
      file: 'articles/en/2026/reef.md',
      fields: { pubDate: new Date('2026-11-20T14:00:00Z'), tags: [] },
      bodyPictures: [],
    });
    expect(record?.bodyDigest).toMatch(/^[0-9a-f]{16}$/);
  });

  it('makes a record of a good author, who has no language and no body', () => {
    const root = temporaryFolder(AROUND);
    expect(readContentFile({ contentRoot: root }, 'authors', 'ana-pech.yaml').record).toMatchObject({
      id: 'ana-pech',
      locale: undefined,
      bodyDigest: '',
      fields: { name: { en: 'Ana Pech', es: 'Ana Pech' }, kind: 'person' },
    });
  });

  it('tells a file from every other by its name, its front matter and its body', () => {
    const root = temporaryFolder({
      'articles/en/a.md': STORY,
      'articles/en/b.md': STORY,
      'articles/en/c.md': STORY.replace('quiet', 'loud'),
      'articles/en/d.md': STORY.replace('Nobody', 'Somebody'),
    });
    const digests = ['a', 'b', 'c', 'd'].map(
      (name) => readContentFile({ contentRoot: root }, 'articles', `en/${name}.md`).record?.digest,
    );
    expect(new Set(digests).size).toBe(4);
    expect(readContentFile({ contentRoot: root }, 'articles', 'en/a.md').record?.digest).toBe(digests[0]);
  });

  it('gives another body’s digest to another body, and the same to another headline', () => {
    const root = temporaryFolder({
      'articles/en/a.md': STORY,
      'articles/en/b.md': STORY.replace('quiet', 'loud'),
      'articles/en/c.md': STORY.replace('Nobody', 'Somebody'),
    });
    const [a, b, c] = ['a', 'b', 'c'].map(
      (name) => readContentFile({ contentRoot: root }, 'articles', `en/${name}.md`).record?.bodyDigest,
    );
    expect(a).toBe(b);
    expect(a).not.toBe(c);
  });

  it.each([
    [
      'an empty title',
      STORY.replace('"The reef has a quiet morning"', '""'),
      'articles/en/2026/reef.md:2:1  error  title ("")  must not be empty — write the text or remove the field',
    ],
    [
      'an item of a list',
      STORY.replace('[ana-pech]', '[ana-pech, Ignacio]'),
      'articles/en/2026/reef.md:5:21  error  authors[1] ("Ignacio")  a slug has only lower-case letters a–z, digits and single hyphens — write ignacio',
    ],
    [
      'a field within a field',
      STORY.replace('authors:', 'picture:\n  src: /pictures/reef.webp\n  credit: Ana\n  alt: ""\nauthors:'),
      'articles/en/2026/reef.md:8:3  error  picture.alt ("")  must not be empty — write the text or remove the field',
    ],
    [
      'YAML that cannot be read',
      STORY.replace('quiet morning"', 'quiet morning'),
      'articles/en/2026/reef.md:2:8  error  title  cannot be read as YAML: ',
    ],
    [
      'Windows line ends',
      STORY.replace('2026-11-20T09:00', 'soon').replaceAll('\n', '\r\n'),
      'articles/en/2026/reef.md:4:1  error  pubDate ("soon")  is not a date — write 2026-10-14',
    ],
    [
      'a byte order mark',
      `\uFEFF${STORY.replace('2026-11-20T09:00', 'soon')}`,
      'articles/en/2026/reef.md:4:1  error  pubDate ("soon")  is not a date — write 2026-10-14',
    ],
  ])('names file, line and column of %s', (_, text, expected) => {
    const [problem = '', ...more] = story(text, { 'pictures/reef.webp': '' });
    expect(problem.slice(0, expected.length)).toBe(expected);
    expect(more).toEqual([]);
  });

  it('reports everything that is wrong with one file', () => {
    const text = STORY.replace('"The reef has a quiet morning"', '5').replace('2026-11-20T09:00', 'soon');
    expect(story(text).map((problem) => problem.split('  ')[0])).toEqual([
      'articles/en/2026/reef.md:2:1',
      'articles/en/2026/reef.md:4:1',
    ]);
  });

  it.each<[Collection, string, string]>([
    [
      'tags',
      'reef/notes.txt',
      'tags/reef/notes.txt  error  is in a subfolder, where articles cannot name it — move it up into tags/',
    ],
    [
      'pages',
      'about.md',
      'pages/about.md  error  is not in the folder of a language — move it into one of pages/en/, pages/es/',
    ],
  ])('refuses a file of %s called %s', (collection, name, expected) => {
    const [problem = '', ...more] = said(collection, name, STORY);
    expect(problem).toBe(expected);
    expect(more).toEqual([]);
  });

  // A file's name becomes its address where the front matter gives none: the same names are reserved.
  it.each<[Collection, string]>([
    ['pages', 'en/404.md'],
    ['pages', 'en/admin.md'],
    ['pages', 'en/maps.md'],
    ['pages', 'en/maps.md'],
    ['articles', 'en/2026/con.md'],
    ['articles', `en/2026/${'x'.repeat(81)}.md`],
  ])('refuses a file of %s called %s, as it refuses such a slug', (collection, name) => {
    const good =
      collection === 'articles'
        ? STORY
        : '---\ntitle: A\ndescription: B\ntranslationKey: a\nupdatedDate: 2026-10-01\n---\n';
    expect(said(collection, name, good)).toHaveLength(1);
  });
});

describe('pictures of a story', () => {
  const withLead = (src: string) =>
    STORY.replace('authors:', `picture: { src: "${src}", alt: A reef, credit: Ana }\nauthors:`);

  it('takes a lead picture and body pictures that exist', () => {
    const text = `${withLead('/pictures/reef.webp')}\n![A turtle](./turtle.jpg)\n`;
    expect(story(text, { 'pictures/reef.webp': '', 'articles/en/2026/turtle.jpg': '' })).toEqual([]);
  });

  it.each<[string, string, string[]]>([
    [
      'words for a picture that has none',
      '![](./turtle.jpg)\n\n![ ][shark]\n\n[shark]: ./shark.jpg',
      [
        '10:1  error  body ("./turtle.jpg")  shows a picture without saying what it shows — write ![what the picture shows](./turtle.jpg "caption and credit")',
        '12:1  error  body ("./shark.jpg")  shows a picture without saying what it shows — write ![what the picture shows](./shark.jpg "caption and credit")',
      ],
    ],
    [
      'words at the very place that lacks them, if a picture is shown twice',
      '![A turtle](./turtle.jpg) and ![](./turtle.jpg)',
      [
        '10:31  error  body ("./turtle.jpg")  shows a picture without saying what it shows — write ![what the picture shows](./turtle.jpg "caption and credit")',
      ],
    ],
    [
      'once a picture that is missing and shown twice',
      '![A turtle](./gone.jpg) and ![it again](./gone.jpg)',
      [`10:13  error  body ("./gone.jpg")  shows a picture that does not exist — ${PICTURE_REMEDY}`],
    ],
    [
      'a missing picture by reference, at its path',
      'In `/pictures/gone.webp`: ![A turtle][t]\n\n[t]: /pictures/gone.webp',
      [`12:6  error  body ("/pictures/gone.webp")  shows a picture that does not exist — ${PICTURE_REMEDY}`],
    ],
    [
      'another type of picture by reference, and no link’s address',
      '![A map][m] from [p].\n\n[m]: /pictures/map.svg\n[p]: https://elsewhere.example/photo.jpg',
      [
        '12:6  error  body ("/pictures/map.svg")  shows a picture of a type or name that the site cannot show — save it as jpg, png, webp or avif under a name of letters a–z, digits and hyphens',
      ],
    ],
    [
      'another picture, for one outside the newsroom',
      '![A turtle](../../../secret.png) ![A turtle](data:image/png;base64,AAAA)',
      ['../../../secret.png', 'data:image/png;base64,AAAA'].map(
        (picture, index) =>
          `10:${[13, 46][index]}  error  body ("${picture}")  shows a picture from outside the newsroom — save it as /pictures/name.webp or beside the article and use that path`,
      ),
    ],
    [
      'another embed, for one that cannot be shown',
      '::vidio{url="x"}\n\n> ::map{url="https://x.example/" title="x"}\n\n10:30, ::note',
      [
        '10:1  error  body ("vidio")  is not something that can be embedded — did you mean “video”?',
        '12:9  error  body ("https://x.example/")  expected an address on OpenStreetMap — find the place on www.openstreetmap.org and copy the address',
      ],
    ],
    ['nothing for a picture in code', 'Write `![x](/pictures/gone.webp)`.', []],
  ])('asks for %s', (_, body, problems) => {
    const files = ['articles/en/2026/turtle.jpg', 'articles/en/2026/shark.jpg', 'pictures/map.svg'];
    expect(story(`${STORY}\n${body}\n`, Object.fromEntries(files.map((file) => [file, ''])))).toEqual(
      problems.map((problem) => `articles/en/2026/reef.md:${problem}`),
    );
  });

  it('has an embed’s picture made ready, or says that it does not exist', () => {
    const embed = '::map{url="https://osm.org/go/x" title="x" picture="./map.jpg" alt="A map"}';
    expect(story(`${STORY}\n${embed}\n`)).toEqual([
      `articles/en/2026/reef.md:10:53  error  body ("./map.jpg")  shows a picture that does not exist — ${PICTURE_REMEDY}`,
    ]);
    const root = temporaryFolder({
      'articles/en/2026/reef.md': `${STORY}\n${embed}\n`,
      'articles/en/2026/map.jpg': '',
    });
    expect(readContentFile({ contentRoot: root }, 'articles', 'en/2026/reef.md').record?.bodyPictures).toEqual([
      './map.jpg',
    ]);
  });

  it('warns of HTML that is not shown, once a kind, and reads the story', () => {
    const root = temporaryFolder({
      'articles/en/2026/reef.md': `${STORY}\nText <iframe src="x"></iframe> <b>x</b>\n\n<script>\n</script><iframe></iframe>\n`,
    });
    const { record, problems } = readContentFile({ contentRoot: root }, 'articles', 'en/2026/reef.md');
    expect(record?.stem).toBe('reef');
    const remedy = 'remove it; a video, map, post or document is written ::video{url="https://…" title="…"}';
    expect(problems.map(formatProblem)).toEqual([
      `articles/en/2026/reef.md:10:6  warning  body  contains <iframe>, which is not shown, nor is anything inside it — ${remedy}`,
      `articles/en/2026/reef.md:12:1  warning  body  contains <script>, which is not shown, nor is anything inside it — ${remedy}`,
    ]);
  });

  it('does not mistake the front matter for the body when it says where', () => {
    const text = `${withLead('/pictures/reef.webp')}\n![A reef](/pictures/reef.webp)\n`;
    expect(story(text).map((problem) => problem.split('  ')[0])).toEqual([
      'articles/en/2026/reef.md:5:12',
      'articles/en/2026/reef.md:11:11',
    ]);
  });

  it('finds a picture’s file in the picture folder or beside the article', () => {
    expect(picturePathIn('articles/en/a.md', '/pictures/b/c.webp')).toBe('pictures/b/c.webp');
    expect(picturePathIn('articles/en/a.md', './c.webp')).toBe('articles/en/c.webp');
  });
});

describe('readCollection', () => {
  it('reads the good files beside a bad one, in order of their names', () => {
    const root = temporaryFolder({
      'articles/en/2026/b.md': STORY,
      'articles/en/2026/a.md': 'no front matter',
      'articles/en/2026/c.md': STORY,
    });
    const readings = [...readCollection(root, 'articles')];
    expect(readings.map(({ file, record }) => [file, record?.id])).toEqual([
      ['articles/en/2026/a.md', undefined],
      ['articles/en/2026/b.md', 'en/2026/b'],
      ['articles/en/2026/c.md', 'en/2026/c'],
    ]);
  });

  it('passes over pictures that are beside articles, and nothing else', () => {
    const root = temporaryFolder({ 'articles/en/reef.jpg': '', 'articles/en/notes.docx': '', 'authors/ana.jpg': '' });
    const files = (collection: Collection) => [...readCollection(root, collection)].map(({ file }) => file);
    expect(files('articles')).toEqual(['articles/en/notes.docx']);
    expect(files('authors')).toEqual(['authors/ana.jpg']);
  });

  it('finds nothing in a newsroom that has no such folder', () => {
    expect([...readCollection(temporaryFolder(), 'tags')]).toEqual([]);
  });
});

describe('readBody', () => {
  it('gives what is below the front matter', () => {
    const root = temporaryFolder({ 'articles/en/reef.md': STORY });
    expect(readBody({ contentRoot: root }, 'articles/en/reef.md')).toBe(
      'Nobody had expected the water to be so clear.\n',
    );
  });

  it('is refused if it has become another since the file was read', () => {
    const root = temporaryFolder({ 'articles/en/reef.md': STORY });
    const { record } = readContentFile({ contentRoot: root }, 'articles', 'en/reef.md');
    if (!record) throw new Error('the story has mistakes');
    expect(readSameBody({ contentRoot: root }, record)).toBe(readBody({ contentRoot: root }, record.file));
    writeFileSync(join(root, record.file), STORY.replace('Nobody', 'Somebody'));
    expect(() => readSameBody({ contentRoot: root }, record)).toThrow(
      'articles/en/reef.md was changed while the site was built; build again',
    );
  });
});

it('a file whose ending is not that of a text is reported without being read, however large', () => {
  const folder = temporaryFolder({ 'articles/en/film.mp4': '' });
  // Larger than any text that Node can hold; on the disk it takes no room.
  truncateSync(join(folder, 'articles/en/film.mp4'), 3_000_000_000);
  expect(readContentFile({ contentRoot: folder }, 'articles', 'en/film.mp4').problems.map(({ rule }) => rule)).toEqual([
    'wrong-extension',
  ]);
});
