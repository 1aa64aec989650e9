/** Days of the calendar as text, `2026-12-05`, which sorts by time, and as numbers counted from 1970, which can be added to. */

const DAY_MS = 86_400_000;

/** A day as a number. */
export const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / DAY_MS;

/** A day from its number. */
export const dayText = (number: number): string => new Date(number * DAY_MS).toISOString().slice(0, 10);

/** The day that is some days later. */
export const dayAfter = (day: string, days = 1): string => dayText(dayNumber(day) + days);

/** 0 for Monday to 6 for Sunday. */
export const weekdayOf = (number: number): number => (((number + 3) % 7) + 7) % 7;

/** The number of a day by its parts. @param month from 1; 13 is the next January @returns undefined if the month has no such day */
export function dayOfMonth(year: number, month: number, day: number): number | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCDate() === day ? date.getTime() / DAY_MS : undefined;
}

/** How many days a month has. @param month from 1 */
export const daysInMonth = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** The month that is some months later. @param month `2026-12` */
export function monthAfter(month: string, months = 1): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + months, 1)).toISOString().slice(0, 7);
}
