import { describe, expect, it } from 'vitest';
import { factsOfBody } from '#src/markdown/body-facts.ts';
import { renderBody } from '#src/markdown/pipeline.ts';
import { editorsGuidePath, guideMarkdown } from '#src/page-data/editors-guide.ts';
import { COLLECTIONS } from '#src/schemas/collections.ts';
import { EDITOR_FIELDS, type WordsByField } from '#src/schemas/editor-fields.ts';
import { EDITOR_WORDS } from '#src/schemas/editor-words.ts';
import { LOCALES, type Locale } from '#src/schemas/locale.ts';
import { editionsOf } from '../../factories.ts';

/** The rows of the table under a heading: their first cells. */
function fieldsUnder(markdown: string, title: string): string[] {
  const [, after = ''] = markdown.split(`\n## ${title}\n`);
  const [section = ''] = after.split('\n## ');
  return [...section.matchAll(/^\| `([^`]+)`/gm)].map(([, field = '']) => field);
}

function fieldNames(words: WordsByField, above = ''): string[] {
  return Object.entries(words).flatMap(([name, { fields = {} }]) => [
    `${above}${name}`,
    ...fieldNames(fields, `${above}${name}.`),
  ]);
}

const rowOf = (locale: Locale, field: string) =>
  guideMarkdown(locale)
    .split('\n')
    .find((line) => line.startsWith(`| \`${field}\``));

describe('the guide for editors', () => {
  it.each(LOCALES)('has a row for every field that a file can hold (%s)', (locale) => {
    const markdown = guideMarkdown(locale);
    for (const collection of COLLECTIONS) {
      const shown = fieldsUnder(markdown, EDITOR_WORDS[locale].files[collection].title);
      expect(shown.map((field) => field.replaceAll('[]', ''))).toEqual(fieldNames(EDITOR_FIELDS[collection]));
    }
  });

  it('says what each may hold, and which must be there, as the schemas do', () => {
    expect(rowOf('en', 'title')).toBe(
      '| `title` (required) | **Headline.** What happened, in the words of a reader. Sentence case, no full stop. *Text on one line, up to 140 characters.* |',
    );
    expect(rowOf('es', 'authors')).toContain('*Lista, al menos 1: el nombre de un archivo de `authors/`.* |');
    expect(rowOf('en', 'categories')).toContain('*List, 1 to 3: the name of a file in `categories/`.* |');
    expect(rowOf('en', 'corrections[].kind')).toContain('*One of `correction` (Correction), `clarification`');
    expect(rowOf('en', 'latitude')).toContain('*Number, from -90 to 90.* |');
  });

  it.each(LOCALES)(
    'shows its examples as they are typed, and holds nothing that is taken out or refused (%s)',
    (locale) => {
      const facts = factsOfBody(guideMarkdown(locale));
      expect(facts.embedFaults).toEqual([]);
      expect(facts.lostTags).toEqual([]);
      expect(facts.pictures).toEqual([]);
      const html = renderBody(guideMarkdown(locale), { locale });
      expect(html).toContain('::video{url=');
      expect(html.match(/<table>/g)).toHaveLength(1 + COLLECTIONS.length);
    },
  );

  it('stays out of search engines, and leads to the guide in the other language', () => {
    const editions = editionsOf([]);
    const { params, props } = editorsGuidePath(editions.es, Object.values(editions));
    expect(params).toEqual({ locale: 'es', guide: 'guia-para-editores' });
    expect(props.page.head.noIndex).toBe(true);
    expect(props.page.translations).toEqual([{ locale: 'en', href: '/editors-guide/' }]);
  });
});
