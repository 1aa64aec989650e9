import { z } from 'zod';
import { zodMessage } from './message.ts';

/** A whole number in a range. */
export const count = (least: number, most: number) => {
  const error = zodMessage('whole-number', { least, most });
  return z.int({ error }).min(least, { error }).max(most, { error });
};

/** An address that is only an origin, such as `https://www.example.org/`. */
export const origin = z
  .string({ error: zodMessage('origin') })
  .refine((text) => /^https?:\/\//i.test(text) && isOrigin(text), { error: zodMessage('bare-origin') })
  .transform((text) => new URL(text).href);

function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  // Also refuses an empty query or fragment: “?” would end up in the middle of each address.
  return `${url.origin}/` === url.href;
}
