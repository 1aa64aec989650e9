import type { RawMark } from './raw-marks.ts';
import { MARKS, type ShownText } from './shown-text.ts';

/** A text that readers see; in the cells of tables, single signs are often marks of notes. */
interface EmphasisText extends ShownText {
  isCell: boolean;
}

/** Signs of emphasis that Markdown has left as they are. */
interface Run {
  sign: string;
  size: number;
  at: number;
  /** Whether it is where emphasis begins: before a word. */
  opens: boolean;
  /** Whether it is where emphasis ends: after a word. */
  closes: boolean;
  /** Whether it is between letters or digits. */
  isWithin: boolean;
  /** Whether there are spaces on both sides. */
  isAlone: boolean;
  isAtStart: boolean;
}

const RUN = /\*+|_+|~+|`+/g;
const SPACE = /[\s]|^$/;
const WORD = /[\p{L}\p{N}]/u;
const OPENING = /[\p{L}\p{N}¿¡"'“‘«([$#@]/u;
const LETTER = /[\p{L}¿¡"'“‘«(]/u;

/**
 * Finds emphasis that was begun and not ended, or that Markdown does not take for such.
 * @param isUnread whether Markdown has not been read at all, as within HTML: pairs are found too
 */
export function rawEmphasis(texts: readonly EmphasisText[], isUnread = false): RawMark[] {
  const all = texts.map((text) => ({ text, runs: runsIn(text.text, isUnread) }));
  const places = all.flatMap(({ text, runs }) => runs.map((run) => ({ run, runs, text })));
  const notes = new Set<Run>();
  // “Price*” and, below, “*Taxes included”: the mark of a note is after a word first, and then before the note.
  for (const [index, { run, runs, text }] of places.entries()) {
    if (!isNoteMark(run, runs, text)) continue;
    const note = places
      .slice(index + 1)
      .find(({ run: later, runs: around }) => isLike(later, run) && beginsNote(later, around));
    if (note) notes.add(run).add(note.run);
  }
  return all.flatMap(({ text, runs }) => {
    const seen = new Set<RawMark['key']>();
    return runs.flatMap((run): RawMark[] => {
      const key = notes.has(run) ? undefined : keyOf(run, runs, text, isUnread);
      if (!key || seen.has(key)) return [];
      seen.add(key);
      return [{ key, offset: text.offsets[run.at] ?? 0, written: writtenAt(text.text, run.at) }];
    });
  });
}

function beginsNote(run: Run, runs: readonly Run[]): boolean {
  return run.isAtStart && run.opens && !partnerOf(run, runs);
}

function isLike({ sign, size }: Run, other: Run): boolean {
  return sign === other.sign && size === other.size;
}

function writtenAt(text: string, at: number): string {
  return (text.slice(at, at + 60).split('\n', 1)[0] ?? '').replace(/[\uE000-\uE003]+/g, '…').trimEnd();
}

function runsIn(text: string, isUnread: boolean): Run[] {
  return [...text.matchAll(RUN)].map(({ 0: signs, index }) => {
    const before = text[index - 1] ?? '';
    const after = text[index + signs.length] ?? '';
    const sign = signs[0] ?? '';
    const isTag = (character: string) => isUnread && character === MARKS.other;
    return {
      sign,
      size: signs.length,
      at: index,
      opens:
        (OPENING.test(after) || after === MARKS.other || after === MARKS.emphasis) &&
        (SPACE.test(before) || isTag(before) || /[¿¡"'“‘«([—–-]/.test(before)),
      closes: !SPACE.test(before) && (SPACE.test(after) || isTag(after) || /[.,;:!?)\]"'”’»…—–-]/.test(after)),
      isWithin: WORD.test(before) && WORD.test(after),
      isAlone: SPACE.test(before) && SPACE.test(after),
      isAtStart: index === 0 || before === '\n',
    };
  });
}

/** A sign after a word, or in brackets, that nothing has opened. */
function isNoteMark(run: Run, runs: readonly Run[], { text }: EmphasisText): boolean {
  if (run.sign !== '*' || run.size > 3) return false;
  const before = text[run.at - 1] ?? '';
  if (/[([]/.test(before)) return /[)\]]/.test(text[run.at + run.size] ?? '');
  return run.closes && (WORD.test(before) || before === MARKS.emphasis || before === '%') && !partnerOf(run, runs);
}

/** The other end of a pair: an opening sign before a later one, or the other way round. */
function partnerOf(run: Run, runs: readonly Run[]): Run | undefined {
  if (run.opens) return runs.find((later) => later.at > run.at && isLike(later, run) && !later.opens && !later.isAlone);
  return runs.find((earlier) => earlier.at < run.at && isLike(earlier, run) && earlier.opens);
}

function keyOf(
  run: Run,
  runs: readonly Run[],
  { text, isCell }: EmphasisText,
  isUnread: boolean,
): RawMark['key'] | undefined {
  const { sign, size, at, opens, closes, isWithin, isAlone, isAtStart } = run;
  const after = text[at + size] ?? '';
  const before = text[at - 1] ?? '';
  const partner = partnerOf(run, runs);
  const isPaired = isAlone && runs.some((other) => other !== run && other.isAlone && isLike(other, run));
  if (sign === '~') return size === 2 && (isPaired || !isAlone) && !isWithin ? 'raw-markdown.strike' : undefined;
  if (sign === '`') {
    // ``so'' is how quotation marks were typed once.
    const isQuote = /^[^\n]*?['’]/.test(text.slice(at + size, at + size + 60));
    return opens && !isQuote && size < 3 ? 'raw-markdown.code' : undefined;
  }
  if (sign === '_') {
    if (size > 2 || (isUnread && size === 1)) return undefined;
    const isOpened = opens && (LETTER.test(after) || partner !== undefined);
    return isOpened ? (size === 2 ? 'raw-markdown.bold' : 'raw-markdown.italic') : undefined;
  }
  if (size > 3) return undefined;
  const key = size === 1 ? 'raw-markdown.italic' : 'raw-markdown.bold';
  if (size === 1) {
    if (after === MARKS.emphasis && opens) return key;
    if (before === MARKS.emphasis && closes && !isCell) return key;
    if (!opens || !LETTER.test(after)) return undefined;
    if (partner) return key;
    return isCell || isUnread ? undefined : key;
  }
  if (opens) return partner || !isAtStart || !isCell ? key : undefined;
  if (isAlone) return isPaired ? key : undefined;
  if (!closes || isWithin || isCell) return undefined;
  const isAfterSpace = runs.some((other) => other.at < at && other.isAlone && isLike(other, run));
  return isAfterSpace || /[:.,;!?)"”»]$/.test(before) || (size === 2 && LONG_WORD.test(text.slice(0, at)))
    ? key
    : undefined;
}

/** The signs after a shorter word may replace letters that no paper prints: `s**`. */
const LONG_WORD = /\p{L}{6}$/u;
