import type { Backend, CmsConfig, Collection as FormCollection, Field } from '@sveltia/cms';
import {
  DATA_COLLECTIONS,
  factsOf,
  type Collection,
  type DataCollection,
  type TextCollection,
} from '#src/schemas/collections.ts';
import { editionFor, LOCALES, MAIN_LOCALE, type Locale } from '#src/schemas/locale.ts';
import type { FormSettings } from '#src/schemas/form-settings.ts';
import { absoluteUrl, articleUrl, editorsGuideUrl, eventUrl, issueUrl, pageUrl } from '#src/urls.ts';
import { EDITOR_WORDS } from '#src/schemas/editor-words.ts';
import { SITE_ZONE } from '#src/schemas/site-zone.ts';
import { LONGEST_SLUG } from '#src/writing/slugify.ts';
import { formatName } from './content-format.ts';
import { FORM_SLUG_PATTERN } from './form-fields.ts';
import { COMMIT_MESSAGES, formWord } from './form-words.ts';
import { STATE_FIELD, STORY_STATES } from './story-state.ts';

/** What the form's configuration depends on. */
interface FormContext {
  settings: FormSettings;
  site: { name: string; url: string };
  /** The language of labels and hints. */
  locale: Locale;
  /** The calendar year, which decides which articles are recent. */
  year: number;
  /** Years that are shown beside the recent ones. */
  otherYears?: readonly number[];
  /** The names of sections in that language, by slug, in the publisher's order. */
  sections?: ReadonlyMap<string, string>;
  /** As `npm run generate` writes them, in that language. */
  fields: Readonly<Record<Collection, Field[]>>;
}

/** The form makes pictures no larger than twice the largest size that readers get, to leave room for crops: pixels. */
const LARGEST_PICTURE = 3200;

/**
 * The whole configuration of the form.
 * @see https://sveltiacms.app/en/docs
 */
export function formConfig(given: FormContext): CmsConfig {
  const context = { ...given, fields: onTheClock(given.fields) };
  const { settings, site } = context;
  const content = settings.content === '.' ? '' : `${settings.content}/`;
  const years = recentYears(settings, context.year, context.otherYears);
  const inYears = (collection: typeof articleCollection) =>
    years.flatMap((year) => LOCALES.map((language) => collection(context, content, language, year)));
  return {
    load_config_file: false,
    backend: backendOf(settings),
    publish_mode: settings.review ? 'editorial_workflow' : 'simple',
    site_url: site.url,
    display_url: site.url,
    app_title: site.name,
    logo: { src: './icon.svg', show_in_header: true },
    media_folder: `${content}pictures`,
    public_folder: '/pictures',
    media_libraries: {
      default: {
        config: {
          slugify_filename: true,
          transformations: {
            raster_image: { format: 'webp', quality: 88, width: LARGEST_PICTURE, height: LARGEST_PICTURE },
          },
        },
      },
      stock_assets: false,
    },
    slug: { encoding: 'ascii', clean_accents: true, maxlength: LONGEST_SLUG },
    output: { omit_empty_optional_fields: true },
    editor: { preview: true },
    collections: [
      ...inYears(articleCollection),
      ...inYears(eventCollection),
      ...LOCALES.map((language) => newsletterCollection(context, content, language)),
      ...DATA_COLLECTIONS.map((name) => cardCollection(context, content, name)),
      ...LOCALES.map((language) => pageCollection(context, content, language)),
    ],
  };
}

/** Fields whose dates are on the paper's clock, wherever the editor is. */
function onTheClock(fields: FormContext['fields']): FormContext['fields'] {
  return JSON.parse(JSON.stringify(fields), (_, value: unknown) =>
    isDateField(value) ? { ...value, input_timezone: SITE_ZONE } : value,
  ) as FormContext['fields'];
}

const isDateField = (value: unknown): value is { widget: string } =>
  typeof value === 'object' && value !== null && 'widget' in value && value.widget === 'datetime';

/** The years whose stories the form reads, the newest first: an editor usually looks for this year's. */
export function recentYears(
  { recentYears: count }: Pick<FormSettings, 'recentYears'>,
  year: number,
  otherYears: readonly number[] = [],
): number[] {
  const recent = Array.from({ length: count }, (_, ago) => year - ago);
  return [...new Set([...recent, ...otherYears])].sort((one, other) => other - one);
}

/** A host that cannot exist (RFC 2606, section 2). */
const NOWHERE = 'https://nowhere.invalid';

function backendOf({ host, repository = 'local/newsroom', branch, server, signIn }: FormSettings): Backend {
  const methods = signIn ? {} : { auth_methods: ['token' as const] };
  const shared = { repo: repository, branch, commit_messages: COMMIT_MESSAGES, ...methods };
  const root = server?.replace(/\/$/, '');
  const appId = signIn?.appId === undefined ? {} : { app_id: signIn.appId };
  switch (host) {
    case 'github':
      return {
        name: 'github',
        ...shared,
        ...(root && { api_root: `${root}/api/v3`, graphql_api_root: `${root}/api/graphql` }),
        ...(signIn?.at && { base_url: signIn.at.replace(/\/$/, '') }),
      };
    case 'gitlab':
      return {
        name: 'gitlab',
        ...shared,
        ...appId,
        ...(signIn && { auth_type: 'pkce' }),
        ...(root && { base_url: root, api_root: `${root}/api/v4`, graphql_api_root: `${root}/api/graphql` }),
      };
    case 'gitea':
    case 'forgejo':
      return {
        name: 'gitea',
        ...shared,
        ...appId,
        ...(root && { base_url: root, api_root: `${root}/api/v1` }),
      };
    case 'folder':
      // The CMS offers a folder of this machine beside any host; it asks this one nothing until someone signs in.
      return { name: 'gitea', ...shared, auth_methods: ['token'], base_url: NOWHERE, api_root: `${NOWHERE}/api/v1` };
  }
}

/** How the texts of one kind are called, one of them alone. */
const SINGULARS = {
  articles: 'article',
  events: 'event',
  newsletters: 'newsletter',
  pages: 'page',
} as const satisfies Record<TextCollection, string>;

/** What collections of Markdown files have in common: those of one language, and of one year if they are filed by years. */
function textCollection(
  collection: TextCollection,
  { locale }: FormContext,
  content: string,
  language: Locale,
  year?: number,
) {
  return {
    name: year === undefined ? `${collection}-${language}` : yearCollectionName(collection, language, year),
    label: formWord(`${collection}.${language}`, locale).replace('{year}', String(year)),
    label_singular: formWord(SINGULARS[collection], locale),
    folder: `${content}${collection}/${language}${year === undefined ? '' : `/${year}`}`,
    format: formatName(collection),
  };
}

function articleCollection(context: FormContext, content: string, language: Locale, year: number): FormCollection {
  const { locale } = context;
  return {
    ...textCollection('articles', context, content, language, year),
    icon: 'article',
    ...slugOptions('{{title}}', locale),
    summary: '{{deskLine}} — **{{title}}** · {{authors}}',
    preview_path: articleUrl({ locale: language, slug: '{{slug}}' }).slice(1),
    sortable_fields: { fields: ['pubDate', 'title'], default: { field: 'pubDate', direction: 'descending' } },
    view_filters: [
      ...STORY_STATES.map((state) => ({
        label: formWord(`state.${state}`, locale),
        field: 'deskState',
        pattern: `^${state}$`,
      })),
      { label: formWord('onFront', locale), field: 'featured', pattern: '.+' },
      { label: formWord('corrected', locale), field: 'corrections', empty: false },
      ...[...(context.sections ?? [])].map(([slug, label]) => ({ label, field: 'categories', pattern: `^${slug}$` })),
    ],
    view_groups: [{ label: formWord('section', locale), field: 'deskSection' }],
    thumbnail: 'picture.src',
    fields: [
      stateLine(locale),
      { name: 'deskLine', widget: 'hidden' },
      { name: 'deskSection', widget: 'hidden' },
      ...withGuide(context.fields.articles, context),
    ],
  };
}

/** The line over the fields of a text. */
const stateLine = (locale: Locale): Field => ({
  name: 'deskState',
  label: formWord('state', locale),
  widget: STATE_FIELD,
  required: false,
});

/** Adds a link to the guide below the text, where an editor asks how a picture or a footnote is written. */
function withGuide(fields: readonly Field[], { site, locale }: FormContext): Field[] {
  const guide = `[${EDITOR_WORDS[locale].guide.title}](${absoluteUrl(site.url, editorsGuideUrl(locale))})`;
  return fields.map((field) =>
    field.name === 'body' && 'hint' in field ? { ...field, hint: `${field.hint ?? ''} ${guide}.` } : field,
  );
}

function eventCollection(context: FormContext, content: string, language: Locale, year: number): FormCollection {
  const { locale } = context;
  return {
    ...textCollection('events', context, content, language, year),
    icon: 'event',
    ...slugOptions('{{title}}', locale),
    summary: '{{start}} — **{{title}}** · {{place}}',
    preview_path: eventUrl({ locale: language, slug: '{{slug}}' }).slice(1),
    sortable_fields: { fields: ['start', 'title'], default: { field: 'start', direction: 'descending' } },
    view_filters: [
      { label: formWord('state.draft', locale), field: 'draft', pattern: true },
      { label: formWord('repeating', locale), field: 'repeats.every', pattern: '.+' },
    ],
    thumbnail: 'picture.src',
    fields: withGuide(context.fields.events, context),
  };
}

/** Issues of the newsletter, of this year: no one edits one that was sent long ago. */
function newsletterCollection(context: FormContext, content: string, language: Locale): FormCollection {
  const { locale, year } = context;
  return {
    ...textCollection('newsletters', context, content, language, year),
    icon: 'mail',
    ...slugOptions("{{date | date('YYYY-MM-DD')}}-{{kind}}", locale),
    summary: '{{date}} — **{{subject}}**',
    preview_path: issueUrl({ locale: language, slug: '{{slug}}' }).slice(1),
    sortable_fields: { fields: ['date', 'subject'], default: { field: 'date', direction: 'descending' } },
    view_filters: [{ label: formWord('state.draft', locale), field: 'draft', pattern: true }],
    fields: withGuide(context.fields.newsletters, context),
  };
}

/** The name of the collection of one year's articles or events in one language: part of the form's own addresses. */
export const yearCollectionName = (collection: Collection, language: Locale, year: number) =>
  `${collection}-${language}-${year}`;

export const articleCollectionName = (language: Locale, year: number) => yearCollectionName('articles', language, year);

/** The same of the pages of one language. */
export const pageCollectionName = (language: Locale) => `pages-${language}`;

function pageCollection(context: FormContext, content: string, language: Locale): FormCollection {
  const { locale } = context;
  return {
    ...textCollection('pages', context, content, language),
    icon: 'info',
    ...slugOptions('{{title}}', locale),
    summary: '{{title}}',
    preview_path: pageUrl({ locale: language, slug: '{{slug}}' }).slice(1),
    sortable_fields: { fields: ['order', 'title'], default: { field: 'order' } },
    fields: [stateLine(locale), ...withGuide(context.fields.pages, context)],
  };
}

const CARDS: Readonly<Record<DataCollection, { singular: Parameters<typeof formWord>[0]; icon: string }>> = {
  authors: { singular: 'author', icon: 'person' },
  categories: { singular: 'category', icon: 'newspaper' },
  tags: { singular: 'tag', icon: 'sell' },
  places: { singular: 'place', icon: 'location_on' },
  'event-kinds': { singular: 'event-kind', icon: 'category' },
  notices: { singular: 'notice', icon: 'campaign' },
};

/** A collection of which an entry is one YAML file for both languages. */
function cardCollection(context: FormContext, content: string, name: DataCollection): FormCollection {
  const { locale } = context;
  const title = `${factsOf(name).title}.${editionFor(locale)}`;
  return {
    name,
    label: formWord(name, locale),
    label_singular: formWord(CARDS[name].singular, locale),
    icon: CARDS[name].icon,
    folder: `${content}${name}`,
    format: formatName(name),
    identifier_field: title,
    ...slugOptions(`{{${factsOf(name).title}.${MAIN_LOCALE}}}`, locale),
    summary: `{{${title}}}`,
    sortable_fields: { fields: [title], default: { field: title } },
    editor: { preview: false },
    fields: context.fields[name],
  };
}

function slugOptions(template: string, locale: Locale): Pick<FormCollection & { slug: object }, 'slug'> {
  return {
    slug: {
      template,
      editable: true,
      hint: formWord('slugHint', locale),
      pattern: [FORM_SLUG_PATTERN, EDITOR_WORDS[locale].mistakes.slug],
    },
  };
}
