import { z } from 'zod';
import { withError } from './message.ts';
import { lineOfText } from './shared-fields.ts';
import { group } from './shared-shapes.ts';

/** What an event costs: nothing, an amount, or what it says. */
export type Price =
  { kind: 'free' } | { kind: 'amount'; amount: number; currency: string } | { kind: 'words'; words: string };

const FREE = /^(?:free|gratis|libre|entrada libre|free entry|free admission)$/i;

/** ISO 4217, of currencies that people pay with here. */
const CURRENCIES = ['MXN', 'USD', 'EUR', 'CAD', 'GBP', 'GTQ', 'BZD'];

const AMOUNT = /^(\d{1,7}(?:\.\d{1,2})?)\s?([A-Z]{3})$/;

const currency = z
  .string(withError('currency', { choices: CURRENCIES.join(', ') }))
  .refine((code) => CURRENCIES.includes(code), withError('currency', { choices: CURRENCIES.join(', ') }));

const inFigures = group('price', {
  amount: z.number(withError('amount')).min(0, withError('amount')),
  currency,
});

/** `free`, `from 200 pesos`, `200 MXN` or `{ amount: 200, currency: MXN }`. */
export const priceField = z.union([lineOfText(120), inFigures], withError('price')).transform((written): Price => {
  if (typeof written !== 'string') return written.amount === 0 ? { kind: 'free' } : { kind: 'amount', ...written };
  if (FREE.test(written)) return { kind: 'free' };
  const [, amount, code = ''] = AMOUNT.exec(written) ?? [];
  if (amount === undefined || !CURRENCIES.includes(code)) return { kind: 'words', words: written };
  return { kind: 'amount', amount: Number(amount), currency: code };
});
