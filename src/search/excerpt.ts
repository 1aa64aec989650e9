/** A run of an excerpt's text, and whether it matches the query. */
interface ExcerptRun {
  text: string;
  isMatch: boolean;
}

/** The references in Pagefind's excerpts. A table of our own: `decodeXML` would add a kilobyte to the reader's script. */
const ENTITIES: Record<string, string> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#x27;': "'",
  '&#39;': "'",
  '&amp;': '&',
};

/**
 * Splits Pagefind's excerpt into runs of text, so that the page never inserts HTML.
 * @param excerpt HTML-escaped text with `<mark>` around matches
 */
export function excerptRuns(excerpt: string): ExcerptRun[] {
  return excerpt
    .split(/(<mark>.*?<\/mark>)/s)
    .filter(Boolean)
    .flatMap((part) =>
      part.startsWith('<mark>')
        ? matchRuns(unescaped(part.slice('<mark>'.length, -'</mark>'.length)))
        : [{ text: unescaped(part), isMatch: false }],
    );
}

/** Pagefind marks a word together with adjacent punctuation; only the word is the match. */
function matchRuns(text: string): ExcerptRun[] {
  const [, before = '', word = text, after = ''] =
    /^([^\p{L}\p{M}\p{N}]*)(\S.*?)([^\p{L}\p{M}\p{N}]*)$/su.exec(text) ?? [];
  return [
    { text: before, isMatch: false },
    { text: word, isMatch: true },
    { text: after, isMatch: false },
  ].filter((run) => run.text);
}

function unescaped(html: string): string {
  return html.replace(/&(?:lt|gt|quot|amp|#x27|#39);/g, (entity) => ENTITIES[entity] ?? entity);
}

/** Adds an ellipsis if an excerpt begins or ends within a sentence. */
export function withEllipses(runs: readonly ExcerptRun[]): ExcerptRun[] {
  const text = runs.map((run) => run.text).join('');
  const before = /^[\s“‘«¿¡(]*\p{Lu}/u.test(text) ? [] : [{ text: '…\u00a0', isMatch: false }];
  const after = /[.!?:”’»)]\s*$/.test(text) ? [] : [{ text: '\u00a0…', isMatch: false }];
  return [...before, ...runs, ...after];
}
