import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import type { ContentProblem } from '#src/rules/rule.ts';
import { checkName, checkPicture, dependenceProblem, refusedPicture } from '#src/rules/run-rules.ts';
import { speaker, inSpanish, SPANISH_FORMS } from '#src/rules/speak.ts';
import { COMMAND_MESSAGES, YAML_MESSAGES } from '#src/rules/spanish/rule-messages.ts';
import { embedSchemas } from '#src/schemas/embed.ts';
import { collectionSchemas } from '#src/schemas/collections.ts';
import { explainIssues } from '#src/schemas/explain.ts';
import { plainImageFile } from '#src/schemas/field-tools.ts';
import { readNewsroom } from '#src/reading/read-newsroom.ts';
import { readPictures } from '#src/reading/read-pictures.ts';
import { articleInput, NOW } from '../../factories.ts';
import { ALL_DEFECTS } from '../../scripts/lint-content/defects/all-defects.ts';
import { spoilNewsroom } from '../../scripts/lint-content/defects/spoil-newsroom.ts';
import { AROUND, STORY, temporaryFolder } from '../../temporary-folder.ts';

const SCHEMAS = collectionSchemas(plainImageFile);

/** Values that are wrong in most fields, each in its own way. */
const WRONG = [
  ...[null, 5, 500, -500, 1.5, true, 'Reef', '', 'a\nb', 'a\u0007b', 'x'.repeat(900), 'con', '2026-02-30'],
  ...[[], [5], ['Reef'], [null], ['reef', 'reef'], ['a', 'b', 'c', 'd'], [{}], [{ kind: null }], {}, { en: 5 }],
  ...[{ en: 'a', es: null }, { src: null }, { src: './a.jpg' }, { name: null }, { date: null }, { title: null }],
];

/** Every sentence that the schemas say of wrong values. */
function schemaSentences(): string[] {
  const said = new Set<string>();
  const explain = (schema: z.ZodType, data: unknown, known: readonly string[]) => {
    const { issues = [] } = schema.safeParse(data).error ?? {};
    for (const { reason, remedy } of explainIssues(issues, data, known)) said.add(reason).add(remedy);
  };
  for (const schema of Object.values(SCHEMAS)) {
    explain(schema, {}, []);
    for (const field of Object.keys(schema.shape))
      for (const value of WRONG) explain(schema, { [field]: value, titel: 1, weather: 2 }, ['title']);
  }
  const dates = { pubDate: '2026-11-20', updatedDate: '2026-11-19', expiryDate: '2026-11-19' };
  explain(SCHEMAS.articles, { ...articleInput(), ...dates }, []);
  explain(SCHEMAS.authors, { website: 'https://editor@desk.example/' }, []);
  for (const schema of Object.values(embedSchemas)) {
    explain(schema, { url: 'x' }, []);
  }
  explain(embedSchemas.document, { url: 'https://x.example/', title: 'A reef', picture: './a.jpg' }, []);
  explain(embedSchemas.document, { url: 'https://x.example/', title: 'A reef', alt: 'A reef' }, []);
  return [...said];
}

/** What no single spoilt story brings about. */
function rareProblems(): readonly Pick<ContentProblem, 'reason' | 'remedy'>[] {
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
    'articles/en/2026/own.md': aliased('/articles/own/'),
    'articles/en/2026/shared.md': aliased('/shared/'),
    'articles/en/2026/shared-too.md': aliased('/shared/, /articles/withdrawn/'),
    'articles/en/2026/withdrawn.md': STORY.replace('authors', 'withdrawn: { date: 2026-11-22, reason: No. }\nauthors'),
  });
  const socket = checkName({ path: 'articles/en/socket', kind: 'other' });
  return [
    ...(socket ? [socket] : []),
    ...checkPicture({ file: 'pictures/a.png', size: 13_000_000, width: 10, height: 10, format: 'png' }),
    dependenceProblem({ file: 'articles/en/a.md' }, 'authors/ana-pech.yaml'),
    refusedPicture({ file: 'articles/en/a.md' }, 'elsewhere'),
    ...readNewsroom(other).problems,
    ...readNewsroom(folder).problems,
  ];
}

/** A sentence in Spanish, and the forms it was made with. */
function formsOf(sentence: string): string[] | undefined {
  const used: string[] = [];
  return inSpanish(sentence, (form) => used.push(form)) === undefined ? undefined : used;
}

describe('Spanish', () => {
  it('has words for all that the schemas say', () => {
    const sentences = schemaSentences();
    expect(sentences.length).toBeGreaterThan(80);
    expect(sentences.filter((sentence) => formsOf(sentence) === undefined)).toEqual([]);
  });

  it('has no form that nothing says', async () => {
    const said = new Set(schemaSentences());
    const stories = Array.from({ length: 2 * ALL_DEFECTS.length }, (_, index) => `articles/en/2026/story-${index}.md`);
    const folder = temporaryFolder({ ...AROUND, ...Object.fromEntries(stories.map((file) => [file, STORY])) });
    spoilNewsroom(folder, ALL_DEFECTS.length, 'seed');
    const { newsroom, problems } = readNewsroom(folder, { now: NOW });
    for (const { reason, remedy } of [...problems, ...(await readPictures(folder, newsroom)).problems])
      said.add(reason).add(remedy);
    for (const { reason, remedy } of rareProblems()) said.add(reason).add(remedy);
    const used = new Set([...said].flatMap((sentence) => formsOf(sentence) ?? []));
    // Those of the parser and of commands have tests of their own.
    const others = new Set([...Object.keys(YAML_MESSAGES), ...Object.keys(COMMAND_MESSAGES)]);
    const unused = [...SPANISH_FORMS.keys()].filter((form) => !used.has(form) && !others.has(form));
    expect(unused).toEqual([]);
  });

  it('leaves no word of the YAML parser in English, though it may say anything', () => {
    const { say } = speaker('es');
    expect(say('cannot be read as YAML: bad indentation of a mapping entry')).toBe(
      'no se puede leer como YAML: la sangría de un campo no es correcta, o sobran dos puntos',
    );
    expect(say('cannot be read as YAML: a word of a later version; with a semicolon')).toBe(
      'no se puede leer como YAML: no se entiende lo que hay aquí',
    );
  });

  it('keeps names, files and numbers as they are', () => {
    const { tell } = speaker('es');
    expect(
      tell({
        severity: 'error',
        file: 'articles/en/a.md',
        line: 5,
        column: 11,
        field: 'authors[0]',
        value: '"ana-peck"',
        reason: 'names nothing in authors/',
        remedy: 'did you mean “ana-pech”? Otherwise create authors/ana-peck.yaml',
      }),
    ).toBe(
      'articles/en/a.md:5:11  error  authors[0] ("ana-peck")  no nombra nada de authors/ — ¿quiso decir “ana-pech”? Si no, cree authors/ana-peck.yaml',
    );
    expect(tell({ severity: 'warning', file: 'a.md', field: '', reason: 'has no text', remedy: 'remove it' })).toBe(
      'a.md  aviso  no tiene texto — quítelo',
    );
  });

  it('has the same places in both forms', () => {
    const places = (text: string) => [...text.matchAll(/\{=?\w+\}/g)].map(([place]) => place).toSorted();
    for (const [english, spanish] of SPANISH_FORMS) expect(places(spanish), english).toEqual(places(english));
  });
});
