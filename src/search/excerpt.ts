/** A run of an excerpt's text, and whether it was what the reader searched for. */
export interface ExcerptRun {
  text: string;
  isMatch: boolean;
}

const ENTITIES: Record<string, string> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#x27;': "'",
  '&#39;': "'",
  '&amp;': '&',
};

/**
 * Takes Pagefind's excerpt apart into text, so that a page sets text and never HTML.
 * @param excerpt HTML-escaped text with `<mark>` round matches
 */
export function excerptRuns(excerpt: string): ExcerptRun[] {
  return excerpt
    .split(/(<mark>.*?<\/mark>)/s)
    .filter(Boolean)
    .map((part) => {
      const isMatch = part.startsWith('<mark>');
      const text = isMatch ? part.slice('<mark>'.length, -'</mark>'.length) : part;
      return { text: text.replace(/&(?:lt|gt|quot|amp|#x27|#39);/g, (entity) => ENTITIES[entity] ?? entity), isMatch };
    });
}

/** Marks with an ellipsis where an excerpt begins or ends within a sentence. */
export function withEllipses(runs: readonly ExcerptRun[]): ExcerptRun[] {
  const text = runs.map((run) => run.text).join('');
  const before = /^[\s“‘«¿¡(]*\p{Lu}/u.test(text) ? [] : [{ text: '… ', isMatch: false }];
  const after = /[.!?:”’»)]\s*$/.test(text) ? [] : [{ text: ' …', isMatch: false }];
  return [...before, ...runs, ...after];
}
