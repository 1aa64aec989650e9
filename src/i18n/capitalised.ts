/**
 * A text with its first letter as a capital. The same on every machine: a computer that is set to Turkish would turn `i` into `İ` if
 * it were asked for its own capitals.
 */
export function capitalised(text: string): string {
  return text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}
