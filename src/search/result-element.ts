import { element } from './element.ts';
import { excerptRuns, markedRuns, type TextRun, type WordTest } from './excerpt.ts';
import { dateText, shownDate } from './event-dates.ts';
import type { IndexedEvents } from './event-format.ts';
import type { FoundArticle } from './open-index.ts';
import type { SearchTexts } from './search-texts.ts';

/** What results of one search share. */
interface ResultSetting {
  isMatch: WordTest;
  texts: SearchTexts;
  template: HTMLTemplateElement;
  /** Where on its host the site is. */
  below: string;
  /** Absent if no result is an event. */
  events: IndexedEvents | undefined;
  /** The reader's clock, in milliseconds. */
  now: number;
}

/** Makes a result of the search as the page shows it. Texts are inserted as texts, never as HTML. */
export function resultElement(article: FoundArticle, setting: ResultSetting): HTMLElement {
  const { url, title, section, names, text } = article;
  const { isMatch, texts, template, below } = setting;
  const result = template.content.firstElementChild?.cloneNode(true) as HTMLElement;
  const link = element<HTMLAnchorElement>('a', result);
  // Only the path: a result never leads to another site.
  link.href = below + new URL(url, location.origin).pathname;
  link.textContent = title;
  element('.kicker', result).textContent = section;
  const { state, ...when } = whenOf(article, setting);
  const time = element<HTMLTimeElement>('time', result);
  time.dateTime = when.dateTime;
  time.textContent = when.text;
  const word = element('.search-state', result);
  if (state) word.textContent = state;
  else word.remove();
  element('.card-standfirst', result).append(...marked(excerptRuns(text, isMatch)));
  const why = element('.search-why', result);
  why.append(...marked(whyFound(names, `${title} ${text}`, isMatch, texts.also)));
  why.hidden = why.childNodes.length === 0;
  return result;
}

/** The day of a story; of an event its next date, and what readers must not miss. */
function whenOf({ number, date, event }: FoundArticle, { texts, events, now }: ResultSetting) {
  const dates = events?.events.get(number);
  const shown = dates && shownDate(dates, now);
  const state = event?.state ?? (shown?.isOver ? texts.over : '');
  if (events && dates && shown) return { state, ...dateText(dates, shown.date, events, texts.formattingTag) };
  return { state, text: shownDay(date, texts.formattingTag), dateTime: date };
}

/** The names by which an article is found that its text does not mention. */
function whyFound(names: FoundArticle['names'], text: string, isMatch: WordTest, also: string): TextRun[] {
  const isFoundIn = (some: string) => markedRuns(some, isMatch).some((run) => run.isMatch);
  if (isFoundIn(text)) return [];
  const [name = '', ...rest] = names.find((all) => all.some(isFoundIn)) ?? [];
  const other = isFoundIn(name) ? undefined : rest.find(isFoundIn);
  const why = other ? also.replace('{name}', () => name).replace('{other}', () => other) : name;
  return markedRuns(why, isMatch);
}

function marked(runs: readonly TextRun[]): (string | HTMLElement)[] {
  return runs.map(({ text, isMatch }) => {
    if (!isMatch) return text;
    const mark = document.createElement('mark');
    mark.textContent = text;
    return mark;
  });
}

/** The calendar day in the site's time zone, whatever the reader's: the first ten characters of the date. */
function shownDay(iso: string, formattingTag: string): string {
  const day = new Date(`${iso.slice(0, 10)}T12:00:00Z`);
  if (Number.isNaN(day.getTime())) return '';
  return day.toLocaleDateString(formattingTag, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });
}
