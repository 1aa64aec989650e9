import { describe, expect, it } from 'vitest';
import { checkEntry, withFullAddresses } from '#src/admin/check-entry.ts';
import { fileFromEntry } from '#src/admin/content-format.ts';
import { fieldHint, fieldLabel } from '#src/admin/field-label.ts';
import { formFields } from '#src/admin/form-fields.ts';
import { mistakeWords } from '#src/admin/mistake-words.ts';
import { readContentFile } from '#src/reading/read-content-file.ts';
import { messageText } from '#src/schemas/message.ts';
import { temporaryFolder } from '../../temporary-folder.ts';

const FIELDS = formFields('articles', 'en');
const GOOD = {
  title: 'Boats',
  description: 'Two boats came.',
  pubDate: '2026-10-14T07:30:00-05:00',
  authors: ['ana-pech'],
  categories: ['region'],
  body: 'Two boats came.',
};

const textOf = (more: object) => fileFromEntry('articles', FIELDS, { ...GOOD, ...more });
const check = (more: object, locale: 'en' | 'es' = 'en') =>
  checkEntry({ file: 'articles/en/2026/boats.md', text: textOf(more) }, locale);

describe('the check before an entry is saved', () => {
  it('finds nothing wrong with a good article', () => {
    expect(check({})).toEqual([]);
  });

  it.each([
    ['updatedDate', undefined, { updatedDate: '2026-10-13T07:30:00-05:00' }, 'is before pubDate'],
    ['authors', undefined, { authors: ['ana-pech', 'ana-pech'] }, 'names the same author twice'],
    ['sources.0.url', undefined, { sources: [{ title: 'A', url: 'x' }] }, 'a full address'],
    ['body', 3, { body: 'One.\n\n![](/pictures/a.webp)' }, ''],
    ['body', 3, { body: 'One.\n\n[](https://example.com/)' }, ''],
    ['body', 1, { body: '#### Four' }, ''],
  ])('finds a mistake in %s, line %s', (field, line, more, reason) => {
    const [found] = check(more);
    expect(found).toMatchObject({ field, line });
    expect(found?.reason).toContain(reason);
  });

  it('says it in the editor’s language', () => {
    const [found] = check({ authors: ['ana-pech', 'ana-pech'] }, 'es');
    expect(found?.reason).toContain('dos veces');
  });

  it('says of a draft’s mistakes that they are to be corrected, and holds nothing back', () => {
    const severities = (more: object) =>
      check({ ...more, body: '![](/pictures/a.webp)' }).map(({ severity }) => severity);
    expect([severities({}), severities({ draft: true })]).toEqual([['error'], ['warning']]);
  });

  it('says of a file what the linter says, but for what needs the other files', () => {
    const cases = [
      { body: '#### Four\n\n**raw ** and ![](/pictures/x.webp)\n\n<script>1</script>\n\n::video' },
      { title: 'A &amp; B', sponsor: { name: '', url: 'no' }, corrections: [{ kind: 'x', text: 'y' }] },
      { tags: ['sponsored'], body: '' },
    ];
    for (const more of cases) {
      const root = temporaryFolder({ 'articles/en/2026/boats.md': textOf(more) });
      const { problems = [], record } = readContentFile({ contentRoot: root }, 'articles', 'en/2026/boats.md') as {
        problems?: ReturnType<typeof readContentFile>['problems'];
        record?: { warnings: NonNullable<ReturnType<typeof readContentFile>['problems']> };
      };
      const linted = (record?.warnings ?? problems).filter(({ rule }) => rule !== 'missing-picture');
      expect(check(more).map(({ reason }) => reason)).toEqual(
        linted.map(({ message }) => messageText(message, 'en').reason),
      );
    }
  });
});

describe('links without https://', () => {
  it.each([
    ['[the town](www.cancun.gob.mx)', '[the town](https://www.cancun.gob.mx)'],
    [
      '[a](gob.mx/tramites?x=1) and [b](www.example.org/a.html)',
      '[a](https://gob.mx/tramites?x=1) and [b](https://www.example.org/a.html)',
    ],
    [
      '[a](/about/) [b](guide.pdf) [c](story.md) [d](#top) [e](mailto:a@example.com) [f](https://example.com/)',
      undefined,
    ],
    ['`[a](www.example.com)` and www.example.com', undefined],
  ])('of %s', (body, full = body) => {
    expect(withFullAddresses(body)).toBe(full);
  });
});

describe('the name of a field', () => {
  it.each([
    ['title', 'Headline'],
    ['corrections.0.text', 'Corrections 1 › Text'],
    ['picture.alt', 'Picture › Description for those who cannot see it'],
  ])('%s is what the form calls it', (path, label) => {
    expect(fieldLabel(FIELDS, path)).toBe(label);
  });

  it.each([
    [{ value: '"x"', reason: 'is wrong', remedy: 'correct it' }, '"x" is wrong; correct it'],
    [{ value: undefined, reason: 'falta', remedy: 'Quién firma la nota.' }, 'falta. Quién firma la nota.'],
  ])('has the mistake %o below it', (problem, words) => {
    expect(mistakeWords(problem)).toBe(words);
  });

  it('comes with what it asks for, also of a field within another', () => {
    expect(fieldHint(FIELDS, 'authors')).toContain('Who signs the story');
    expect(fieldHint(FIELDS, 'corrections.0.text')).toBe(fieldHint(FIELDS, 'corrections.1.text'));
    expect(fieldHint(FIELDS, 'no.such')).toBeUndefined();
  });
});
