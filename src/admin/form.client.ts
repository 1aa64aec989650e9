/** What runs in an editor's browser: the CMS, configured for this newsroom. */
import CMS, { type Field } from '@sveltia/cms';
import { COLLECTIONS, TEXT_COLLECTIONS, type Collection } from '#src/schemas/collections.ts';
import { editionFor, isLanguage, LOCALES, type Locale } from '#src/schemas/locale.ts';
import { articlePreview } from './article-preview.client.ts';
import { bodyParts } from './body-parts.client.ts';
import { checksOf } from './check-before-save.client.ts';
import { entryFromFile, fileFromEntry, formatName } from './content-format.ts';
import { focusPicker } from './focus-picker.client.ts';
import { articleCollectionName, formConfig, recentYears } from './form-config.ts';
import { FOCUS_FIELD } from './form-fields.ts';
import { OPENED_WITH, type FormOpening } from './form-page.ts';
import { KnownNewsroom } from './known-newsroom.ts';
import { make } from './make-element.client.ts';
import { mendPage } from './mend-page.client.ts';
import { guardLeaving } from './leave-guard.client.ts';
import { watchStory } from './open-story.client.ts';
import { offerYears } from './offer-years.client.ts';
import { otherYears } from './other-years.ts';
import { saveAtOnce } from './save-at-once.client.ts';
import { fileInContent } from './saved-entry.ts';
import { stateField } from './state-field.client.ts';
import { STORY_FIELD, storyPicker } from './story-picker.client.ts';
import { deskFacts, STATE_FIELD } from './story-state.ts';
import { translateStories } from './translations.client.ts';
import english from './generated/fields.en.json' with { type: 'json' };
import spanish from './generated/fields.es.json' with { type: 'json' };
import deskStyle from './desk.css?url';
import previewStyle from './preview.css?url';

/** Where the CMS keeps the editor's choice of its language. */
const PREFERENCES = 'sveltia-cms.prefs';

const { settings, site } = JSON.parse(document.getElementById(OPENED_WITH)?.textContent ?? '') as FormOpening;
const locale = formLocale();
const generated: Record<Locale, unknown> = { en: english, es: spanish };
const fields = generated[locale] as Record<Collection, Field[]>;
const year = new Date().getFullYear();
const recent = recentYears(settings, year, otherYears(location.search, year));
const known = new KnownNewsroom(readList, recent);
const sections = new Map((await known.first())?.sections.map(({ id, title }) => [id, title[editionFor(locale)]]));
const translations = translateStories(known);
const checks = checksOf({ fields, locale, settings, site: site.url, known, translations, sections });
const config = formConfig({
  settings,
  site,
  locale,
  year,
  fields,
  sections,
  otherYears: otherYears(location.search, year),
});

document.documentElement.lang = locale;
addStyle(deskStyle);
watchStory();
guardLeaving(locale);
saveAtOnce();
offerYears(locale, year);
for (const collection of COLLECTIONS) {
  CMS.registerCustomFormat(formatName(collection), TEXT_COLLECTIONS.has(collection) ? 'md' : 'yaml', {
    // The CMS gives the path because we patch it: see mend-cms.ts.
    fromFile: (text: string, path = '') => {
      const file = fileInContent(path, settings.content);
      const entry = readEntry(collection, text, file);
      if (file !== undefined) known.remember(file, entry);
      return collection === 'articles'
        ? { ...entry, ...deskFacts(entry, { locale, now: new Date(), sections }) }
        : entry;
    },
    toFile: (entry: Record<string, unknown>) => fileFromEntry(collection, fields[collection], entry),
  });
}
CMS.registerFieldType(STATE_FIELD, stateField({ locale, year, known, translations }));
CMS.registerFieldType(FOCUS_FIELD, focusPicker(locale));
CMS.registerFieldType(STORY_FIELD, storyPicker(locale, known));
for (const part of bodyParts(locale, known)) CMS.registerEditorComponent(part);
CMS.registerPreviewStyle(addressOf(previewStyle));
for (const language of LOCALES) {
  const prefix = articleCollectionName(language, 0).slice(0, -1);
  for (const one of config.collections ?? [])
    if ('folder' in one && one.name.startsWith(prefix))
      CMS.registerPreviewTemplate(one.name, articlePreview(language, locale));
}
CMS.registerEventListener({ name: 'preSave', handler: checks.before });
CMS.registerEventListener({ name: 'postSave', handler: checks.after });
mendPage();
void CMS.init({ config });

/** An entry that the CMS reads. @throws Error if the site could not read the file */
function readEntry(collection: Collection, text: string, file: string | undefined) {
  try {
    return entryFromFile(collection, fields[collection], text);
  } catch (error) {
    if (file !== undefined) known.rememberUnread(file);
    throw error;
  }
}

/** A file of JSON that was written with the form; undefined if it cannot be had. */
async function readList(path: string): Promise<unknown> {
  try {
    const response = await fetch(addressOf(path), { cache: 'no-cache' });
    return response.ok ? await response.json() : undefined;
  } catch {
    return undefined;
  }
}

function addressOf(file: string): string {
  return new URL(file, document.baseURI).href;
}

function addStyle(file: string): void {
  document.head.append(make('link', { rel: 'stylesheet', href: addressOf(file) }));
}

/** The language that the editor chose in the CMS, or else the browser's; English if there are no labels in it. */
function formLocale(): Locale {
  const chosen = (() => {
    try {
      return (JSON.parse(localStorage.getItem(PREFERENCES) ?? '{}') as { locale?: string }).locale;
    } catch {
      return undefined;
    }
  })();
  const wanted = chosen === undefined || chosen === 'auto' ? navigator.languages : [chosen];
  return wanted.map((tag) => tag.slice(0, 2)).find(isLanguage) ?? 'en';
}
