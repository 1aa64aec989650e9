import { element } from './element.ts';
import { excerptRuns, markedRuns, type TextRun, type WordTest } from './excerpt.ts';
import type { IndexedArticle } from './index-format.ts';
import type { SearchTexts } from './search-texts.ts';

/** Makes a result of the search as the page shows it. Texts are inserted as texts, never as HTML. */
export function resultElement(
  { url, title, date, section, names, text }: IndexedArticle,
  { isMatch, texts, template }: { isMatch: WordTest; texts: SearchTexts; template: HTMLTemplateElement },
): HTMLElement {
  const result = template.content.firstElementChild?.cloneNode(true) as HTMLElement;
  const link = element<HTMLAnchorElement>('a', result);
  // Only the path: a result never leads to another site.
  link.href = new URL(url, location.origin).pathname;
  link.textContent = title;
  element('.kicker', result).textContent = section;
  const time = element<HTMLTimeElement>('time', result);
  time.dateTime = date;
  time.textContent = shownDay(date, texts.formattingTag);
  element('.card-standfirst', result).append(...marked(excerptRuns(text, isMatch)));
  const why = element('.search-why', result);
  why.append(...marked(whyFound(names, `${title} ${text}`, isMatch, texts.also)));
  why.hidden = why.childNodes.length === 0;
  return result;
}

/** The names by which an article is found that its text does not mention. */
function whyFound(names: IndexedArticle['names'], text: string, isMatch: WordTest, also: string): TextRun[] {
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
