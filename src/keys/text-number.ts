/** A whole number for a text, 0 to 2³²−1, evenly spread: FNV-1a (www.isthe.com/chongo/tech/comp/fnv/). Not unique. */
export function textNumber(text: string): number {
  let number = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) number = Math.imul(number ^ text.charCodeAt(at), 0x01000193);
  return number >>> 0;
}
