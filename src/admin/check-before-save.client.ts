/** Checks an entry when it is saved, and shows what is wrong beside its fields. */
import type { Field } from '@sveltia/cms';
import type { Collection } from '#src/schemas/collections.ts';
import type { FormSettings } from '#src/schemas/form-settings.ts';
import { formatMoment } from '#src/i18n/format.ts';
import type { Locale } from '#src/schemas/locale.ts';
import { parseInstant } from '#src/schemas/shared-fields.ts';
import { placeOfFile } from '#src/reading/place-of-file.ts';
import { absoluteUrl, articleUrl, pageUrl } from '#src/urls.ts';
import { asksForDraft } from './ask-for-draft.client.ts';
import { originalOfRoute } from './begin-translation.ts';
import type { EntryProblem } from './check-entry.ts';
import { fileFromEntry } from './content-format.ts';
import { fieldHint } from './field-label.ts';
import { fileOfRoute } from './entry-route.ts';
import { followPublish, type SavedFile } from './follow-publish.client.ts';
import { keepAlignment } from './keep-alignment.ts';
import { withFootnotes } from './footnotes.ts';
import { formWord } from './form-words.ts';
import type { KnownNewsroom } from './known-newsroom.ts';
import { mark, unmark } from './mistake-marks.client.ts';
import { mistakePlace, mistakeWords } from './mistake-words.ts';
import { showNote } from './note.client.ts';
import { hasPicture } from './open-draft.client.ts';
import { fieldsOf, fileOfEntry, type SavedEntry, type SaveHandler } from './saved-entry.ts';
import { deskFacts, storyState } from './story-state.ts';
import type { Translations } from './translations.client.ts';

/** What the checks need to know. */
interface CheckContext {
  fields: Readonly<Record<Collection, Field[]>>;
  /** The language of the form. */
  locale: Locale;
  settings: FormSettings;
  /** The site's address. */
  site: string;
  known: KnownNewsroom;
  translations: Translations;
  /** The names of sections, by slug. */
  sections: ReadonlyMap<string, string>;
}

/** Hears of a save before and after it. */
export function checksOf({ fields, locale, settings, site, known, translations, sections }: CheckContext): {
  before: (saved: Parameters<SaveHandler>[0]) => Promise<SavedEntry>;
  after: (saved: Parameters<SaveHandler>[0]) => void;
} {
  let warnings: readonly string[] = [];
  addEventListener('hashchange', unmark);

  const problemsOf = async (file: string, entry: SavedEntry, before: string | undefined): Promise<EntryProblem[]> => {
    // The Markdown engine is loaded when it is first needed.
    const { checkEntry } = await import('./check-entry.ts');
    const { collection } = placeOfFile(file);
    const text = fileFromEntry(collection, fields[collection], fieldsOf(entry) ?? {});
    const around = { known, before, hasPicture, site, now: new Date() };
    await known.first();
    const check = () =>
      checkEntry({ file, text }, locale, around).map((problem) => inForm(problem, fields[collection]));
    const problems = check();
    // What is said of other files may be known better from the lists of other years; a new address may be taken by a story of those.
    const isAllSaid = before === file && !problems.some(({ isAmongOthers }) => isAmongOthers);
    if (isAllSaid || known.isWhole) return problems;
    await known.loadAll();
    return check();
  };

  return {
    before: async ({ entry }) => {
      warnings = [];
      unmark();
      const file = fileOfEntry(entry, settings.content);
      const fieldsBefore = fieldsOf(entry);
      if (file === undefined || !fieldsBefore) return entry;
      const { collection } = placeOfFile(file);
      const before = fileOfRoute(location.hash);
      const readFrom = before ?? originalOfRoute(location.hash);
      const { body: readBody = '' } = (readFrom !== undefined && known.entryOf(readFrom)) || {};
      let saved = await asMarkdown(entry, fieldsBefore, String(readBody));
      const key = translations.keyFor(file);
      if (key !== undefined && !fieldsBefore['translationKey'])
        saved = saved.setIn(['data', 'translationKey'], key) as SavedEntry;
      let problems = await problemsOf(file, saved, before);
      const canBeDraft = fields[collection].some(({ name }) => name === 'draft');
      const errors = problems.filter((problem) => stops(problem, canBeDraft));
      if (errors.length > 0) {
        if (!(await asksForDraft(errors, fields[collection], canBeDraft, locale))) {
          mark(errors);
          translations.forget();
          // The CMS says no more than that nothing was saved.
          throw new Error('validation_failed');
        }
        saved = saved.setIn(['data', 'draft'], true) as SavedEntry;
        problems = await problemsOf(file, saved, before);
      }
      // Of a story that is being translated, its editor knows that it has no translation yet.
      const news = problems.filter(({ rule }) => !(rule === 'lonely-translation' && key !== undefined));
      warnings = news.map(
        (problem) => `${mistakePlace(problem, fields[collection], locale)}: ${mistakeWords(problem)}`,
      );
      if (before !== undefined && before !== file) known.forget(before);
      known.remember(file, fieldsOf(saved) ?? {});
      if (collection !== 'articles') return saved;
      // The list shows what is so now.
      const facts = deskFacts(fieldsOf(saved) ?? {}, { locale, now: new Date(), sections });
      return saved.mergeIn(['data'], facts) as SavedEntry;
    },
    after: ({ entry }) => {
      translations.begin(fileOfEntry(entry, settings.content) ?? '');
      const due = dueWords(fieldsOf(entry) ?? {}, locale);
      if (due !== undefined) return showNote(due, warnings, formWord('close', locale));
      const file = settings.status ? savedFile(entry, { warnings, site, content: settings.content }) : undefined;
      if (file) void followPublish(file, locale);
      else if (warnings.length > 0) showNote(formWord('savedWithNotes', locale), warnings, formWord('close', locale));
    },
  };
}

/** What is said of a story that readers get later: no publish before that brings it. */
function dueWords(fields: Record<string, unknown>, locale: Locale): string | undefined {
  const { pubDate } = fields;
  const moment = typeof pubDate === 'string' ? parseInstant(pubDate) : undefined;
  if (!moment || storyState(fields, new Date()) !== 'due') return undefined;
  return formWord('savedDue', locale).replace('{moment}', formatMoment(locale, moment, 'short'));
}

/** A mistake as the form says it: what is missing is what its field asks for, and not how it is written by hand. */
const inForm = (problem: EntryProblem, fields: readonly Field[]): EntryProblem =>
  problem.rule === 'missing-field'
    ? { ...problem, remedy: fieldHint(fields, problem.field) ?? problem.remedy }
    : problem;

/** Whether a mistake keeps a text a draft. The words of another language are no error for the site, but never meant for readers. */
const stops = ({ severity, rule }: EntryProblem, canBeDraft: boolean) =>
  severity === 'error' || (canBeDraft && rule === 'untranslated');

/**
 * An entry whose text is as it will be in the file: links with full addresses, footnotes in their places, tables aligned as they were.
 * @param readBody the text as it was read
 */
async function asMarkdown(entry: SavedEntry, { body }: Record<string, unknown>, readBody: string): Promise<SavedEntry> {
  if (typeof body !== 'string') return entry;
  const { withFullAddresses } = await import('./check-entry.ts');
  return entry.setIn(['data', 'body'], keepAlignment(withFootnotes(withFullAddresses(body)), readBody)) as SavedEntry;
}

/** What is to be followed until readers have it; undefined if they are not to get it. */
function savedFile(
  entry: SavedEntry,
  { warnings, site, content }: { warnings: readonly string[]; site: string; content: string },
): SavedFile | undefined {
  const file = fileOfEntry(entry, content);
  const fields = fieldsOf(entry);
  if (file === undefined || !fields) return undefined;
  const state = storyState(fields, new Date());
  if (state === 'draft') return undefined;
  const { collection, locale, stem } = placeOfFile(file);
  const own = fields['slug'];
  const slug = typeof own === 'string' && own !== '' ? own : stem;
  const isShown = collection === 'pages' || state === 'live';
  const urlOf = collection === 'articles' ? articleUrl : pageUrl;
  const page = locale && isShown ? absoluteUrl(site, urlOf({ locale, slug })) : undefined;
  return { file, page, notes: warnings };
}
