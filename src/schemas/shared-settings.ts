import { z } from 'zod';

/** A whole number in a range. */
export const count = (least: number, most: number) => {
  const error = `expected a whole number from ${least} to ${most}`;
  return z.int({ error }).min(least, { error }).max(most, { error });
};

/** An address that is only an origin, such as `https://www.example.org/`. */
export const origin = z
  .string({ error: 'expected an origin such as "https://www.example.org/"' })
  .refine((text) => /^https?:\/\//i.test(text) && isOrigin(text), {
    error:
      'expected an origin such as https://www.example.org/; write it without a path, a query, a fragment or a user’s name',
  })
  .transform((text) => new URL(text).href);

function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  // Also refuses an empty query or fragment: “?” would end up in the middle of each address.
  return `${url.origin}/` === url.href;
}
