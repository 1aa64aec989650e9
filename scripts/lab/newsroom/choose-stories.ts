/**
 * How many stories to take in each reading of a file so that they come to `count`: all of them in every reading but the
 * last.
 * @param available stories in the file, at least one
 */
export function takesPerReading(available: number, count: number): number[] {
  const full = Math.floor(count / available);
  const rest = count % available;
  return [...Array.from({ length: full }, () => available), ...(rest > 0 ? [rest] : [])];
}

/**
 * Whether the story at an index is among `take` spread evenly over `available`: between two that are taken lie as many
 * others as anywhere else, give or take one.
 */
export function isTaken(index: number, take: number, available: number): boolean {
  return Math.floor(((index + 1) * take) / available) > Math.floor((index * take) / available);
}
