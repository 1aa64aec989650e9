/** What runs in an editor's browser: the CMS, configured for this newsroom. */
import CMS, { type Field } from '@sveltia/cms';
import { COLLECTIONS, TEXT_COLLECTIONS, type Collection } from '#src/schemas/collections.ts';
import { isLocale, LOCALES, type Locale } from '#src/schemas/locale.ts';
import { articlePreview } from './article-preview.client.ts';
import { bodyPicture } from './body-picture.client.ts';
import { entryFromFile, entryProblems, fileFromEntry, formatName } from './content-format.ts';
import { articleCollectionName, formConfig } from './form-config.ts';
import { OPENED_WITH, type FormOpening } from './form-page.ts';
import { formWord } from './form-words.ts';
import english from './generated/fields.en.json' with { type: 'json' };
import spanish from './generated/fields.es.json' with { type: 'json' };
import previewStyle from './preview.css?url';

/** Where the CMS keeps the editor's choice of its language. */
const PREFERENCES = 'sveltia-cms.prefs';

const { settings, site } = JSON.parse(document.getElementById(OPENED_WITH)?.textContent ?? '') as FormOpening;
const locale = formLocale();
const generated: Record<Locale, unknown> = { en: english, es: spanish };
const fields = generated[locale] as Record<Collection, Field[]>;
const year = new Date().getFullYear();
const config = formConfig({ settings, site, locale, year, fields });

document.documentElement.lang = locale;
for (const collection of COLLECTIONS) {
  CMS.registerCustomFormat(formatName(collection), TEXT_COLLECTIONS.has(collection) ? 'md' : 'yaml', {
    fromFile: (text) => entryFromFile(collection, fields[collection], text),
    toFile: (entry: Record<string, unknown>) => fileFromEntry(collection, fields[collection], entry),
  });
}
CMS.registerEditorComponent(bodyPicture(locale));
CMS.registerPreviewStyle(new URL(previewStyle, document.baseURI).href);
for (const language of LOCALES) {
  const prefix = articleCollectionName(language, 0).slice(0, -1);
  for (const one of config.collections ?? [])
    if ('folder' in one && one.name.startsWith(prefix))
      CMS.registerPreviewTemplate(one.name, articlePreview(language, locale));
}
CMS.registerEventListener({ name: 'preSave', handler: refuseInvalidEntry });
void CMS.init({ config });

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
  return wanted.map((tag) => tag.slice(0, 2)).find(isLocale) ?? 'en';
}

/**
 * Does not let the form save what the site could not read, although each input accepted it.
 * @throws Error whose cause the CMS shows; it looks for a cause if the message is this one
 */
function refuseInvalidEntry({
  entry,
}: Parameters<Parameters<typeof CMS.registerEventListener>[0]['handler']>[0]): void {
  const name = String(entry.get('collection'));
  const collection = COLLECTIONS.find((candidate) => name === candidate || name.startsWith(`${candidate}-`));
  if (!collection) return;
  const data: unknown = entry.get('data');
  const problems = isMap(data) ? entryProblems(collection, fields[collection], data.toJS(), locale) : [];
  if (problems.length === 0) return;
  const cause = new Error([formWord('notSaved', locale), ...problems].join('\n'));
  throw new Error('saving_failed', { cause });
}

/** The CMS's entries are maps of Immutable.js. */
function isMap(value: unknown): value is { toJS: () => Record<string, unknown> } {
  return typeof value === 'object' && value !== null && 'toJS' in value;
}
