/**
 * Quotation marks and apostrophes, in two steps that keep a text's length. Headlines and other lines take both, bodies only
 * the second: Markdown's engine does the first, by the same rule, and knows escapes. A test holds both to one table.
 */

/** What is between words: CommonMark's white space, punctuation and signs, and the ends of a text. */
const BREAK = /^$|[\s\p{P}\p{S}]/u;
const SPACE = /^$|\s/;

/**
 * Replaces straight marks as Markdown's engine does. A mark opens after a break and before anything but a space, and closes
 * the one before it if a break follows; a double one between spaces opens, and {@link finishQuotes} knows better. A single mark
 * that is never closed is an apostrophe: ’90s, ’Tis.
 */
export function curlQuotes(text: string): string {
  const marks: string[] = [];
  let openSingle: number | undefined;
  let isDoubleOpen = false;
  for (const { 0: mark, index } of text.matchAll(/["']/g)) {
    const before = signBefore(text, index);
    const after = signAfter(text, index);
    const canClose = !SPACE.test(before) && BREAK.test(after);
    const canOpen = !SPACE.test(after) && BREAK.test(before) && !(mark === "'" && /[\])]/.test(before));
    if (mark === "'") {
      if (openSingle !== undefined && canClose) {
        marks[openSingle] = '‘';
        openSingle = undefined;
      } else if (canOpen) openSingle = marks.length;
      marks.push('’');
    } else if (isDoubleOpen && (canClose || !(canOpen || SPACE.test(before)))) {
      marks.push('”');
      isDoubleOpen = false;
    } else {
      const isOpening = canOpen || !(canClose || /\d/.test(before));
      marks.push(isOpening ? '“' : '”');
      isDoubleOpen ||= isOpening && !SPACE.test(after);
    }
  }
  return marks.length === 0 ? text : text.replace(/["']/g, () => marks.shift() ?? '');
}

/** The character before an offset, of one or two units; '' at the start. */
function signBefore(text: string, at: number): string {
  const unit = text.charAt(at - 1);
  return /[\uDC00-\uDFFF]/.test(unit) ? text.slice(at - 2, at) : unit;
}

/** The character after that at an offset; '' at the end. */
function signAfter(text: string, at: number): string {
  const code = text.codePointAt(at + 1);
  return code === undefined ? '' : String.fromCodePoint(code);
}

/** What {@link finishQuotes} may change. Each part begins with a mark, so that the text between marks is skipped. */
const UNFINISHED = /(?<=[\d¼½¾])[’”]|‘(?:\d\d|n’|[a-z]{2,5}\b)|“(?:[\s<]|$)|(?<=[\p{L}\p{N},.!?…])“/iu;

/** Whether {@link finishQuotes} has anything to look at: cheap enough for a whole archive. */
export function mayHaveUnfinishedQuotes(text: string): boolean {
  return UNFINISHED.test(text);
}

/** English words that begin with an apostrophe, and years without their century. */
const SHORTENED = /^(?:\d\ds?|tis|twas|twere|twill|til|till|cause|bout|round|neath|em|allo|ello|ere)(?![\p{L}\p{N}])/iu;

/** The end of “boys’” or “goin’” before another word: an apostrophe, unless what it would close is a quotation. */
const POSSESSIVE = /(?:[sz]|in)$/i;

/**
 * Fixes what a rule that looks at neighbours alone cannot know: the apostrophes of ’n’ and of shortened words before another
 * apostrophe, the signs for feet, inches, minutes and seconds (5′10″), and a mark that opens where only one can close.
 * @param text with curly marks
 */
export function finishQuotes(text: string): string {
  if (!mayHaveUnfinishedQuotes(text)) return text;
  const marks = text.replace(/‘n’/gi, (word) => `’${word.slice(1)}`).split('');
  let openDoubles = 0;
  let openSingle = false;
  /** Of an apostrophe before a word that is not shortened: it may be where a quotation begins. */
  let lone: number | undefined;
  for (const [at, mark] of marks.entries()) {
    const before = marks[at - 1] ?? ' ';
    const after = marks[at + 1] ?? ' ';
    const isAfterNumber = /[\d¼½¾]/.test(before);
    if (mark === '“') {
      const canOnlyClose = /\s/.test(after) || /[\p{L}\p{N},.!?…]/u.test(before);
      if (openDoubles > 0 && canOnlyClose) {
        marks[at] = '”';
        openDoubles -= 1;
      } else openDoubles += 1;
    } else if (mark === '”') {
      if (isAfterNumber && (openDoubles === 0 || isMeasure(marks, at))) marks[at] = '″';
      else openDoubles = Math.max(0, openDoubles - 1);
    } else if (mark === '‘') {
      if (isShortened(marks, at)) marks[at] = '’';
      else {
        if (lone !== undefined && SHORTENED.test(marks.slice(at + 1).join(''))) {
          marks[lone] = '‘';
          marks[at] = '’';
          lone = undefined;
        }
        openSingle = true;
      }
    } else if (mark === '’') {
      const isLetterNext = /\p{L}/u.test(after);
      const isBeforeWord = BREAK.test(before) && /[\p{L}\p{N}]/u.test(after);
      const isShort = isBeforeWord && SHORTENED.test(marks.slice(at + 1).join(''));
      if (isBeforeWord && isLetterNext && !isShort) lone = at;
      if (isAfterNumber && (isFeetAndInches(marks, at) || isMinute(marks, at) || (!openSingle && !isLetterNext)))
        marks[at] = '′';
      else if (!isLetterNext && !isShort) openSingle = false;
    }
  }
  return marks.join('');
}

/** Whether a number with ‘ before it, or a word, is shortened and not the start of a quotation. */
function isShortened(marks: readonly string[], at: number): boolean {
  const rest = marks.slice(at + 1).join('');
  const word = SHORTENED.exec(rest)?.[0];
  if (word === undefined) return false;
  const close = rest.search(/’(?!\p{L})/u);
  if (close < 0) return true;
  return close > word.length && POSSESSIVE.test(rest.slice(0, close)) && /^’ \p{L}/u.test(rest.slice(close));
}

/** 5’10 and 9’ 38: more of the number follows, with the mark of its smaller part. */
function isFeetAndInches(marks: readonly string[], at: number): boolean {
  return /^ ?\d{1,2}(?:[.,]\d+)?[½¼¾]?[”″]/.test(marks.slice(at + 1, at + 10).join(''));
}

/** 25’W: minutes after degrees. */
function isMinute(marks: readonly string[], at: number): boolean {
  return /°\d{1,2}(?:[.,]\d+)?$/.test(marks.slice(Math.max(0, at - 8), at).join(''));
}

/** ’10”: inches or seconds after feet or minutes. */
function isMeasure(marks: readonly string[], at: number): boolean {
  return /\d[′] ?\d{1,2}(?:[.,]\d+)?[½¼¾]?$/.test(marks.slice(Math.max(0, at - 12), at).join(''));
}
