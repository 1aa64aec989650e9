/** A text that depends on a number. */
export interface Plural {
  one: string;
  other: string;
}

/** The interface's texts, handed over in the page. */
export interface SearchTexts {
  /** The language tag for formatting dates and numbers. */
  formattingTag: string;
  loading: string;
  none: string;
  noneAdvice: string;
  /** If filters are on. */
  noneFilteredAdvice: string;
  results: Plural;
  /** If some of them may be none. */
  about: Plural;
  failed: string;
  corrected: string;
  instead: string;
  without: Plural;
  also: string;
  /** Of an event whose last date is over. */
  over: string;
  /** The order by date: of stories, and of events. */
  newest: string;
  soonest: string;
}

/** An edition's index, as the page names it. */
export interface SearchedIndex {
  locale: string;
  /** Of the index's files. */
  folder: string;
  /** The edition's search page. */
  page: string;
  /** How many results it has, in the language of this page. */
  found: Plural;
}

/** A query as it is set between double quotation marks: its own are left out around all of it, and single ones within. */
export function withinQuotes(query: string): string {
  return query
    .trim()
    .replace(/^["“”]([^"“”]*)["“”]$/, '$1')
    .replace(/["“”]([^"“”]*)["“”]/g, '‘$1’');
}

/** A text with its number. */
export function numbered({ one, other }: Plural, count: number, formattingTag: string): string {
  return (count === 1 ? one : other).replace('{count}', count.toLocaleString(formattingTag));
}
