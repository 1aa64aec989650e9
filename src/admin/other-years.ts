/** The part of the form's address that names a year whose stories are loaded beside the recent ones: `?year=2017`. */
export const YEAR = 'year';

/** The first year of a newspaper is unknown: none is older than this. */
export const FIRST_YEAR = 1800;

/** The years that an address asks for, beside the recent ones. */
export function otherYears(search: string, thisYear: number): number[] {
  const years = new URLSearchParams(search).getAll(YEAR).map(Number);
  return years.filter((year) => Number.isInteger(year) && year >= FIRST_YEAR && year <= thisYear);
}
