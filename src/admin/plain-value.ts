/** The text of a value that the CMS hands over, on one line. */
export const plainValue = (value: unknown): string =>
  typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : '';
