/**
 * A footnote as it is written where its mark is: `^[The note.]`. The Markdown of the site has the mark and the note apart, which a form
 * cannot write in one place.
 */
export const NOTE_IN_PLACE = /\^\[(?<text>(?:[^[\]\n]|\[[^\]\n]*\])+)\]/;

/** A text whose notes in place have become marks with a number, and notes at the end. */
export function withFootnotes(body: string): string {
  const used = new Set([...body.matchAll(/\[\^([^\]\s]+)\]/g)].map(([, label]) => label));
  const notes: string[] = [];
  let number = 0;
  const text = body.replace(new RegExp(NOTE_IN_PLACE.source, 'g'), (_, note: string) => {
    do number += 1;
    while (used.has(String(number)));
    notes.push(`[^${number}]: ${note.trim()}`);
    return `[^${number}]`;
  });
  return notes.length === 0 ? body : `${text.trimEnd()}\n\n${notes.join('\n\n')}\n`;
}
