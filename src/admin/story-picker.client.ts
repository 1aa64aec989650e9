/** Finds a story of the newsroom by its headline: the field of a link to it, whose value is its address. */
import type { CustomFieldControl, CustomFieldControlProps } from '@sveltia/cms';
import { formatMoment } from '#src/i18n/format.ts';
import { isLocale, type Locale } from '#src/schemas/locale.ts';
import { findStories } from './find-stories.ts';
import { formWord } from './form-words.ts';
import { make } from './make-element.client.ts';
import type { KnownNewsroom, KnownStory } from './known-newsroom.ts';

/** The kind of that field, as the CMS knows it. */
export const STORY_FIELD = 'desk-story';

/** How many stories are offered at once. */
const MOST_OFFERED = 8;

/** The language of the text that is open, by the name of its collection in the address. */
function openLanguage(): Locale | undefined {
  const [, language = ''] = /^#\/collections\/[a-z]+-([a-z]+)/.exec(location.hash) ?? [];
  return isLocale(language) ? language : undefined;
}

/** The control of that field. The CMS hands out no more of React than its elements: what is found is drawn without it. */
export function storyPicker(locale: Locale, known: KnownNewsroom): CustomFieldControl {
  return function StoryPicker({ value, forID, classNameWrapper, onChange }: CustomFieldControlProps) {
    const draw = (box: HTMLElement | null) => {
      if (box && box.childElementCount === 0) fill(box, { id: forID, className: classNameWrapper }, locale, known);
      if (!box) return;
      choose.set(box, onChange);
      mark(box, String(value ?? ''));
    };
    return window.h('div', { className: 'desk-picker', ref: draw }) as ReturnType<CustomFieldControl>;
  } as CustomFieldControl;
}

const choose = new WeakMap<HTMLElement, (url: string) => void>();

function fill(
  box: HTMLElement,
  about: Pick<HTMLInputElement, 'id' | 'className'>,
  locale: Locale,
  known: KnownNewsroom,
): void {
  const find = formWord('link.find', locale);
  const input = make('input', { ...about, type: 'search', autocomplete: 'off', placeholder: find, ariaLabel: find });
  const list = make('ul');
  box.append(input, list);
  const draw = () => {
    const found = findStories(known.stories(new Date()), input.value, openLanguage()).slice(0, MOST_OFFERED);
    list.replaceChildren(...found.map((story) => offer(box, story, locale)));
    if (found.length === 0) list.textContent = formWord('link.none', locale);
    mark(box, box.dataset['url'] ?? '');
  };
  input.addEventListener('input', draw);
  draw();
  // Stories of other years are read now.
  void known.loadAll().then(draw);
}

function offer(box: HTMLElement, { title, url, date, state }: KnownStory, locale: Locale): HTMLElement {
  const moment = date ? `${formatMoment(locale, date, 'short')} · ` : '';
  const about = make('small', {}, `${moment}${formWord(`state.${state}`, locale)}`);
  const button = make('button', { type: 'button', value: url }, title, ' ', about);
  button.addEventListener('click', () => {
    choose.get(box)?.(url);
    mark(box, url);
  });
  return make('li', {}, button);
}

/** Shows which story is chosen. */
function mark(box: HTMLElement, url: string): void {
  box.dataset['url'] = url;
  for (const button of box.querySelectorAll('button')) button.ariaPressed = String(button.value === url);
}
