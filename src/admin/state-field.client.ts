/**
 * A line over a text's fields: whether readers have it, how long it is, and its translation. It also gives the button that saves its
 * words.
 */
import type { CustomFieldControl, CustomFieldControlProps } from '@sveltia/cms';
import type { Locale } from '#src/schemas/locale.ts';
import { placeOfFile } from '#src/reading/place-of-file.ts';
import { otherLanguages, translationRoute } from './begin-translation.ts';
import { countWords } from './count-words.ts';
import { entryRoute, fileOfRoute } from './entry-route.ts';
import { formWord } from './form-words.ts';
import type { KnownNewsroom } from './known-newsroom.ts';
import { rememberDraft, type GetAsset } from './open-draft.client.ts';
import { isUnsaved, pressSave, saveButton } from './open-story.client.ts';
import { fieldsOf } from './saved-entry.ts';
import { saveWords, storyState, type StoryFields } from './story-state.ts';
import type { Translations } from './translations.client.ts';

/** What the line needs to know. */
interface StateContext {
  locale: Locale;
  /** The year in which new stories are filed. */
  year: number;
  known: KnownNewsroom;
  translations: Translations;
}

interface Pictures {
  getAsset: GetAsset;
}

/** The control of that field: it has no value of its own, and looks at the others whenever one changes. */
export function stateField({ locale, year, known, translations }: StateContext): CustomFieldControl {
  // The bundle hands over the pictures too: see mend-cms.ts.
  return function StateLine({ entry, value, forID, onChange, getAsset }: CustomFieldControlProps & Partial<Pictures>) {
    const fields = (entry && fieldsOf(entry)) ?? {};
    rememberDraft(fields, getAsset);
    const isPage = String(entry?.get('collection')).startsWith('pages');
    const { words, minutes } = countWords(typeof fields['body'] === 'string' ? fields['body'] : '');
    const length = formWord('wordCount', locale)
      .replace('{words}', words.toLocaleString(locale))
      .replace('{minutes}', String(minutes));
    return window.h(
      'div',
      { id: forID, className: `desk-state ${isPage ? '' : storyState(fields, new Date())}` },
      !isPage && window.h('output', null, stateWords(fields, value === 'live', locale)),
      window.h('span', { className: 'length' }, length),
      ...translationLinks(fields),
    ) as ReturnType<CustomFieldControl>;

    function translationLinks(own: Record<string, unknown>) {
      const file = fileOfRoute(location.hash);
      const language = file === undefined ? undefined : placeOfFile(file).locale;
      if (file === undefined || !language || !known.entryOf(file)) return [];
      const pair = known.translationOf(file);
      const route = pair === undefined ? undefined : entryRoute(pair);
      if (route !== undefined) return [window.h('a', { href: route }, formWord('openTranslation', locale))];
      return otherLanguages(language).map((other) => {
        const go = () => {
          const target = translationRoute(file, other, year);
          if (own['translationKey'] && !isUnsaved()) {
            location.hash = target;
            return;
          }
          // Both must have the same key: the original is saved with one first. A value of this field makes the CMS see a change.
          translations.expect(file, target);
          onChange('translated');
          pressSave();
        };
        return window.h('button', { type: 'button', onClick: go }, formWord(`translateInto.${other}`, locale));
      });
    }
  } as CustomFieldControl;
}

/** Says on the button what saving does. @returns what the line says of readers */
function stateWords(story: StoryFields, wasLive: boolean, locale: Locale): string {
  const now = new Date();
  const words = saveWords(story, wasLive, locale, now);
  // The button is drawn after its field when a story is opened.
  queueMicrotask(() => sayOnButton(words));
  requestAnimationFrame(() => sayOnButton(words));
  const state = storyState(story, now);
  return `${formWord(`state.${state}`, locale)} — ${formWord(`state.${state}.means`, locale)}`;
}

/** The CMS writes its own word on the button, and again when it is saving: ours is shown over it by the stylesheet. */
function sayOnButton(words: string): void {
  const button = saveButton();
  if (!button || button.dataset['says'] === words) return;
  button.dataset['says'] = words;
  button.ariaLabel = words;
}
