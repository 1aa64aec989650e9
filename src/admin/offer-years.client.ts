import type { Locale } from '#src/schemas/locale.ts';
import { articleCollectionName } from './form-config.ts';
import { formWord } from './form-words.ts';
import { make } from './make-element.client.ts';
import { FIRST_YEAR, YEAR } from './other-years.ts';

/** Offers every year below the list of collections: its stories are loaded when it is opened. */
export function offerYears(locale: Locale, thisYear: number): void {
  const draw = () => {
    const list = document.querySelector('nav.primary-sidebar');
    if (!list || list.querySelector('.desk-years')) return;
    const input = make('input', { type: 'number', min: `${FIRST_YEAR}`, max: `${thisYear}`, required: true });
    const label = make('label', {}, formWord('otherYear', locale), ' ', input);
    const form = make('form', { className: 'desk-years' }, label, make('button', {}, formWord('openYear', locale)));
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
