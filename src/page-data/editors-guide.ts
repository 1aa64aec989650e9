import { capitalised } from '#src/i18n/capitalised.ts';
import type { Edition } from '#src/newsroom/edition.ts';
import { COLLECTIONS, type Collection } from '#src/schemas/collections.ts';
import { EDITOR_FIELDS, fieldsWithFacts, type FieldWords, type WordsByField } from '#src/schemas/editor-fields.ts';
import { EDITOR_WORDS } from '#src/schemas/editor-words.ts';
import { collectionFacts, type FieldFacts, type ValueFacts } from '#src/schemas/field-facts.ts';
import type { Locale } from '#src/schemas/locale.ts';
import type { Site } from '#src/schemas/site.ts';
import { SITE_ZONE } from '#src/schemas/site-zone.ts';
import { makeHead, type Head } from '#src/seo/head.ts';
import { editorsGuideUrl, localeParam, segment } from '#src/urls.ts';
import { chromeOf, type PageChrome } from './page-chrome.ts';
import { staticPath } from './static-path.ts';
import { translationsIn, type Translation } from './translation.ts';

/** What the guide for editors shows. */
export interface EditorsGuide {
  head: Head;
  chrome: PageChrome;
  title: string;
  description: string;
  /** The guide and the tables of fields, as Markdown. */
  markdown: string;
  translations: readonly Translation[];
}

interface GuideSources {
  locale: Locale;
  translations: readonly Translation[];
  site: Site;
  chrome: PageChrome;
}

/** The guide for editors: linked from the form, and not for search engines. */
export function editorsGuidePath(edition: Edition, editions: readonly Edition[]) {
  const { locale, site } = edition;
  const translations = translationsIn(editions, locale, editorsGuideUrl);
  const sources: GuideSources = { locale, translations, site, chrome: chromeOf(edition) };
  return staticPath({ locale: localeParam(locale), guide: segment(locale, 'editorsGuide') }, sources, guideProps);
}

function guideProps({ locale, translations, site, chrome }: GuideSources): { page: EditorsGuide } {
  const { title, description } = EDITOR_WORDS[locale].guide;
  const head = makeHead({
    site,
    locale,
    title,
    description,
    url: editorsGuideUrl(locale),
    translations,
    noIndex: true,
    parents: [],
  });
  return { page: { head, chrome, title, description, markdown: guideMarkdown(locale), translations } };
}

/** The guide's text, then a table of fields for each kind of file, made from the schemas and the words for their fields. */
export function guideMarkdown(locale: Locale): string {
  const { guide, files } = EDITOR_WORDS[locale];
  const tables = COLLECTIONS.map((collection) => {
    const { title, place } = files[collection];
    return `## ${title}\n\n${place}\n\n${fieldTable(collection, locale)}`;
  });
  const text = guide.text.join('\n').replaceAll('{zone}', SITE_ZONE);
  return [text, ...tables].join('\n\n');
}

function fieldTable(collection: Collection, locale: Locale): string {
  const rows = rowsOf(EDITOR_FIELDS[collection], collectionFacts(collection), locale, '');
  const { field, meaning } = EDITOR_WORDS[locale].table;
  const head = [field, meaning];
  return [head, ['---', '---'], ...rows].map(row).join('\n');
}

/** Choices that the guide lists one by one. */
const MOST_CHOICES = 12;

const row = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;

function rowsOf(words: WordsByField, facts: readonly FieldFacts[], locale: Locale, prefix: string): string[][] {
  return fieldsWithFacts(words, facts).flatMap(({ fact, words: own }) => {
    const path = prefix + fact.name;
    const required = fact.isRequired ? ` (${EDITOR_WORDS[locale].table.required})` : '';
    const meaning = `**${own.label[locale]}.** ${own.hint[locale]} *${capitalised(valueWords(fact, own, locale))}.*`;
    const inner = fact.kind === 'list' ? fact.item?.fields : fact.fields;
    const below =
      own.fields && inner ? rowsOf(own.fields, inner, locale, `${path}${fact.kind === 'list' ? '[]' : ''}.`) : [];
    return [[`\`${path}\`${required}`, meaning], ...below];
  });
}

/** A value's kind and limits in words. */
function valueWords(fact: ValueFacts, own: FieldWords, locale: Locale): string {
  const { kind, least, most, choices = [], item } = fact;
  const { table, kinds } = EDITOR_WORDS[locale];
  const fill = (words: string) => words.replace('{least}', String(least)).replace('{most}', String(most));
  if (kind === 'list') {
    const count = least === undefined ? table.listOf : fill(most === undefined ? table.itemsFrom : table.items);
    return item ? `${count}: ${valueWords(item, own, locale)}` : count;
  }
  if (own.names) return table.nameIn.replace('{folder}', own.names);
  if (kind === 'choice') {
    const words = choices.map((choice) => `\`${choice}\` (${own.choices?.[choice]?.[locale] ?? choice})`);
    // Of the days that a rule can name, some show how the others are written.
    const shown = words.length > MOST_CHOICES ? [...words.slice(0, 2), '…', ...words.slice(-2)] : words;
    return `${kinds.choice} ${shown.join(', ')}`;
  }
  const isText = kind === 'line' || kind === 'slug' || kind === 'nameOrNames';
  if (isText && most !== undefined) return `${kinds[kind]}, ${fill(table.upTo)}`;
  if (!isText && least !== undefined && most !== undefined) return `${kinds[kind]}, ${fill(table.between)}`;
  return kinds[kind];
}
