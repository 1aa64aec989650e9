import type { Locale } from '#src/schemas/locale.ts';
import { articleCollectionName } from './form-config.ts';
import { formWord } from './form-words.ts';
import { FIRST_YEAR, YEAR } from './other-years.ts';

/** Offers every year below the list of collections: its stories are loaded when it is opened. */
export function offerYears(locale: Locale, thisYear: number): void {
  const draw = () => {
    const list = document.querySelector('nav.primary-sidebar');
    if (!list || list.querySelector('.desk-years')) return;
    const form = document.createElement('form');
    form.className = 'desk-years';
    const label = document.createElement('label');
    const input = document.createElement('input');
    Object.assign(input, { type: 'number', min: FIRST_YEAR, max: thisYear, required: true });
    label.append(formWord('otherYear', locale), ' ', input);
    const button = document.createElement('button');
    button.textContent = formWord('openYear', locale);
    form.append(label, button);
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      const address = new URL(location.href);
      address.searchParams.set(YEAR, input.value);
      address.hash = `/collections/${articleCollectionName(locale, Number(input.value))}`;
      location.assign(address);
    });
    list.append(form);
  };
  new MutationObserver(draw).observe(document.body, { childList: true, subtree: true });
  draw();
}
