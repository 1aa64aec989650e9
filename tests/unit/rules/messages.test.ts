import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import en from '#src/i18n/mistakes/en.json' with { type: 'json' };
import es from '#src/i18n/mistakes/es.json' with { type: 'json' };
import { readNewsroom } from '#src/reading/read-newsroom.ts';
import { readPictures } from '#src/reading/read-pictures.ts';
import { ALL_RULES } from '#src/rules/all-rules.ts';
import {
  checkName,
  checkPicture,
  dependenceProblem,
  refusedPicture,
  unreadableFile,
  shapeProblem,
} from '#src/rules/run-rules.ts';
import { collectionSchemas } from '#src/schemas/collections.ts';
import { embedSchemas } from '#src/schemas/embed.ts';
import { explainIssues } from '#src/schemas/explain.ts';
import { plainImageFile } from '#src/schemas/field-tools.ts';
import { LOCALES } from '#src/schemas/locale.ts';
import { messageText, type Message } from '#src/schemas/message.ts';
import { formatProblemIn } from '#src/schemas/problem.ts';
import { siteSchema } from '#src/schemas/site.ts';
import { siteConfig } from '#src/site.config.ts';
import { articleInput, eventInput, NOW } from '../../factories.ts';
import { ALL_DEFECTS } from '../../scripts/lint-content/defects/all-defects.ts';
import { corruptNewsroom } from '../../scripts/lint-content/defects/corrupt-newsroom.ts';
import { AROUND, STORY, temporaryFolder } from '../../temporary-folder.ts';

/** Messages of commands, of the YAML parser, for what no catalogue has, of papers in one language, and the frame of others. */
const SAID_ELSEWHERE = /^(?:wire-|no-edition$|yaml\.|verbatim$|wrong$)/;

/** Values that are wrong in most fields, each in its own way. */
const WRONG = [
  ...[null, 5, 500, -500, 1.5, true, 'Reef', '', 'a\nb', 'a\u0007b', 'x'.repeat(900), 'con', '2026-02-30'],
  ...[[], [5], ['Reef'], [null], ['reef', 'reef'], ['a', 'b', 'c', 'd'], [{}], [{ kind: null }], {}, { en: 5 }],
  ...[{ en: 'a', es: null }, { src: null }, { src: './a.jpg' }, { name: null }, { date: null }, { title: null }],
];

/** Rules of repetition that are wrong, each in its own way. */
const WRONG_RULES = [
  { every: 'week', interval: 0, on: 'friday', day: 40, until: 5, also: 'x', moved: 5, cancelled: 5 },
  { every: 'week', except: Array.from({ length: 201 }, () => '2026-12-25'), moved: [5], cancelled: [5] },
];

const WRONG_EVENTS = [
  { venue: { name: 'A hall', coordinates: 5 } },
  { price: { amount: 'two', currency: 'MXN' } },
  { price: { amount: -2, currency: 'MXN' } },
];

const WRONG_NEWSLETTERS = [
  { from: 'news', editions: { en: { daily: 5, weekly: 5, breaking: 5 } }, unsubscribe: 'https://paper.example/' },
  { from: 'news@paper.example', editions: { en: 5, es: { daily: { at: '7:00' } } }, provider: { kind: 'post' } },
  { editions: 5, provider: { kind: 'buttondown', username: 'a b', lists: 5 } },
  { provider: { kind: 'listmonk', url: 5, template: 0, lists: { en: { daily: 5 } } } },
  { provider: { kind: 'mailchimp', form: 'https://a.example/', lists: { en: 5 } } },
  {
    from: 'news@paper.example',
    editions: { en: { daily: { at: '07:00' } } },
    provider: { kind: 'buttondown', username: 'paper', lists: {} },
  },
];

/** What the schemas say of wrong values. */
function schemaMessages(): Message[] {
  const found: Message[] = [];
  const explain = (schema: z.ZodType, data: unknown, known: readonly string[] = []) => {
    const { issues = [] } = schema.safeParse(data).error ?? {};
    found.push(...explainIssues(issues, data, known).map(({ message }) => message));
  };
  for (const schema of Object.values(collectionSchemas(plainImageFile))) {
    explain(schema, {});
    for (const field of Object.keys(schema.shape))
      for (const value of WRONG) explain(schema, { [field]: value, tittle: 1, weather: 2 }, ['title']);
  }
  const dates = { pubDate: '2026-11-20', updatedDate: '2026-11-19', expiryDate: '2026-11-19' };
  explain(collectionSchemas(plainImageFile).articles, { ...articleInput(), ...dates });
  for (const repeats of WRONG_RULES)
    explain(collectionSchemas(plainImageFile).events, eventInput({ repeats } as object));
  for (const fields of WRONG_EVENTS) explain(collectionSchemas(plainImageFile).events, eventInput(fields as object));
  const notice = { text: { en: 'The port is closed.', es: 'El puerto está cerrado.' }, level: 'urgent', kind: 'port' };
  explain(collectionSchemas(plainImageFile).notices, { ...notice, since: '2026-11-20', until: '2026-11-20' });
  explain(collectionSchemas(plainImageFile).authors, { website: 'https://editor@desk.example/' });
  for (const schema of Object.values(embedSchemas)) explain(schema, { url: 'x' });
  explain(embedSchemas.document, { url: 'https://x.example/', title: 'A reef', picture: './a.jpg' });
  explain(embedSchemas.document, { url: 'https://x.example/', title: 'A reef', alt: 'A reef' });
  for (const field of Object.keys(siteSchema.shape)) explain(siteSchema, { ...siteConfig, [field]: 'a\nb' });
  explain(siteSchema, { ...siteConfig, url: 5 });
  explain(siteSchema, { ...siteConfig, languages: ['en', 'en'] });
  explain(siteSchema, { ...siteConfig, newsletter: { ...siteConfig.newsletter, minimum: 5 } });
  for (const form of [
    { host: 'cvs', repository: 'a', branch: '', review: 1, content: '/a/', recentYears: 0, signIn: 1 },
    { host: 'github', content: 5, signIn: { appId: 5 } },
    { host: 'github', repository: 'a/b', signIn: {} },
    { host: 'gitea', review: true },
    { host: 'gitea', server: 5, signIn: { at: 'https://host.example/path/' } },
    { host: 'folder', review: true },
  ])
    explain(siteSchema, { ...siteConfig, form });
  for (const newsletter of WRONG_NEWSLETTERS) explain(siteSchema, { ...siteConfig, newsletter });
  return found;
}

/** What no single corrupted article brings about. */
function rareProblems(): readonly { message: Message }[] {
  const english = STORY.replace(
    'The reef',
    'The reef of the coast that was there when they had left it and that would not be',
  );
  const folder = temporaryFolder({
    ...AROUND,
    'articles/es/2026/reef.md': english.replace(
      'Nobody had expected the water to be so clear.',
      'It was the one of which they said that it is for them, and not for us.',
    ),
    'articles/en/2026/reef.md': STORY.replace('[ana-pech]', '[ana-peck]'),
  });
  const embeds = ['::reel{}', '::video{', '::video{}\nWords.', '::video{url=x}', '::video{url="x" url="x"}'];
  const aliased = (aliases: string, more = '') => STORY.replace('authors', `${more}aliases: [${aliases}]\nauthors`);
  const other = temporaryFolder({
    ...AROUND,
    'articles/en/2026/embeds.md': `${STORY}\n${embeds.join('\n\n')}\n`,
    'articles/en/2026/links.md': `${STORY}\n## In the water\n\n[a](/articles/embed/) [b](#s-in-the-wate) [c](/shared-once/#x) [d](/shared.php) x[^sorce]\n\n[^source]: A.\n\n![a](./REEF.webp) ![b](reef.webp)\n`,
    'articles/en/2026/reef.webp': '',
    'articles/en/2026/moved.md': aliased('/shared-once/, /shared.php'),
    'articles/en/2026/tags.md': STORY.replace('authors', 'tags: [Environ Ment]\nauthors').replace('[env', '[Env'),
    'articles/en/2026/entity.md': STORY.replace(/title: .*/, 'title: &quot;No&quot;, she said'),
    'articles/en/2026/quotes.md': STORY.replace(/title: .*/, "title: 'It's here'"),
    'articles/en/2026/double.md': STORY.replace(/title: .*/, 'title: "The "best" reef"'),
    'articles/en/2026/number.md': STORY.replace('authors', 'slug: reef #2\nauthors'),
    'events/en/2026/fair.md':
      '---\ntitle: A\ndescription: B\nstart: 2026-12-05\nplace: coast\nkinds: [art]\narticles: [embed]\n---\nWords.\n',
    'events/en/2026/once.md':
      '---\ntitle: C\ndescription: D\nstart: 2026-12-05\nplace: coast\nkinds: [art]\nrepeats: { every: year, count: 1, except: [2031-01-01] }\n---\nWords.\n',
    'articles/en/2026/near.md': STORY.replace('[ana-pech]', '[Ana Peck]'),
    'articles/en/2026/key.md': STORY.replace('authors', 'translationKey: reef-day\nauthors'),
    'articles/es/2026/clave.md': STORY.replace('authors', 'translationKey: reef-days\nauthors'),
    'pages/en/about.md': '---\ntitle: A\ndescription: B\ntranslationKey: about\nupdatedDate: 2026-10-01\n---\nWords.\n',
    'articles/en/2026/taken.md': aliased('/about/'),
    'articles/en/2026/own.md': aliased('/articles/own/'),
    'articles/en/2026/shared.md': aliased('/shared/'),
    'articles/en/2026/shared-too.md': aliased('/shared/, /articles/withdrawn/'),
    'articles/en/2026/withdrawn.md': STORY.replace('authors', 'withdrawn: { date: 2026-11-22, reason: No. }\nauthors'),
  });
  const names = [
    checkName({ path: 'articles/en/socket', kind: 'other' }),
    checkName({ path: 'artcles', kind: 'folder' }),
  ];
  return [
    ...names.flatMap((problem) => problem ?? []),
    ...checkPicture({ file: 'pictures/a.png', size: 13_000_000, width: 10, height: 10, format: 'png', frames: 2 }),
    unreadableFile('articles/en/a.md', Object.assign(new Error(), { code: 'EACCES' })),
    dependenceProblem({ file: 'articles/en/a.md' }, 'authors/ana-pech.yaml', 'file'),
    dependenceProblem({ file: 'articles/en/a.md' }, '/articles/b/', 'link'),
    refusedPicture({ file: 'articles/en/a.md' }, 'elsewhere'),
    refusedPicture({ file: 'articles/en/a.md' }, 'denied', 'EACCES'),
    ...readNewsroom(other, { now: NOW }).problems,
    ...readNewsroom(folder).problems,
  ];
}

/** The keys of a message, and of those in its values. */
const keysOf = ({ key, values = {} }: Message): string[] => [
  key,
  ...Object.values(values).flatMap((value) => (typeof value === 'object' ? keysOf(value) : [])),
];

async function everyMessage(): Promise<Message[]> {
  const stories = Array.from({ length: 2 * ALL_DEFECTS.length }, (_, index) => `articles/en/2026/story-${index}.md`);
  const folder = temporaryFolder({ ...AROUND, ...Object.fromEntries(stories.map((file) => [file, STORY])) });
  corruptNewsroom(folder, ALL_DEFECTS.length, 'seed');
  const { newsroom, problems } = readNewsroom(folder, { now: NOW });
  const found = [...problems, ...(await readPictures({ contentRoot: folder }, newsroom)).problems, ...rareProblems()];
  return [...found.map(({ message }) => message), ...schemaMessages()];
}

describe('messages', () => {
  it('have a value for each of their places, and are all used', async () => {
    const messages = await everyMessage();
    for (const message of messages) {
      for (const locale of LOCALES) {
        const { reason, remedy } = messageText(message, locale);
        expect(`${reason} — ${remedy}`, message.key).not.toMatch(/\{\w+\}|^ |— $|undefined/);
      }
    }
    const used = new Set(messages.flatMap(keysOf));
    const unused = Object.keys(en.messages).filter((key) => !used.has(key) && !SAID_ELSEWHERE.test(key));
    expect(unused).toEqual([]);
  });

  it('have the same keys and places in every catalogue, and no rule is without its texts', () => {
    const places = (text: string) => [...new Set(text.match(/\{\w+\}/g))].toSorted();
    const textsOf = (catalogue: object, above = ''): [string, string[]][] =>
      Object.entries(catalogue).flatMap(([key, inner]: [string, object | string]) =>
        typeof inner === 'string' ? [[above + key, places(inner)]] : textsOf(inner, `${above}${key} `),
      );
    const parserWords = 'messages yaml.other reason';
    expect(textsOf(es).filter(([key]) => key !== parserWords)).toEqual(
      textsOf(en).filter(([key]) => key !== parserWords),
    );
    expect(Object.keys(en.rules).toSorted()).toEqual(ALL_RULES.map(({ id }) => id).toSorted());
  });

  it('have no word of the YAML parser in Spanish, whatever it says', () => {
    const say = (words: string) => formatProblemIn('es', shapeProblem('a.md', 'syntax', words, 1));
    expect(say('bad indentation of a mapping entry')).toContain(
      'no se puede leer como YAML: la sangría de un campo no es correcta, o sobran dos puntos — ',
    );
    expect(say('a word of a later version; with a semicolon')).toContain(
      'no se puede leer como YAML: no se entiende lo que hay aquí — ',
    );
  });

  it('keep names, files and numbers as they are', () => {
    const place = { severity: 'error', file: 'articles/en/a.md', line: 5, column: 11, field: 'authors[0]' } as const;
    const values = { folder: 'authors', meant: 'ana-pech', file: 'authors/ana-peck.yaml' };
    const message = { key: 'dangling-name.near', values } as const;
    expect(formatProblemIn('es', { ...place, value: '"ana-peck"', message })).toBe(
      'articles/en/a.md:5:11  error  authors[0] ("ana-peck")  no nombra nada de authors/ — ¿quiso decir “ana-pech”? Si no, cree authors/ana-peck.yaml',
    );
    const warning = { severity: 'warning', file: 'a.md', field: '', message: { key: 'empty-body' } } as const;
    expect(formatProblemIn('es', warning)).toBe(
      'a.md  aviso  no tiene texto — escríbalo debajo de la cabecera de campos',
    );
  });
});
