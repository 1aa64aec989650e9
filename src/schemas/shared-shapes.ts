/** Shapes that schemas share, each with what it says if something else is written. */
import { z } from 'zod';
import { withError, zodMessage, type MessageKey, type Values } from './message.ts';

/** A group of fields, and no others. @param expected what it is, for the message if it is something else */
export const group = <Shape extends z.core.$ZodLooseShape>(expected: MessageKey, shape: Shape) =>
  z.strictObject(shape, withError(expected));

/** A list. @param expected what it is, for the message if it is something else */
export const listOf = <Item extends z.ZodType>(expected: MessageKey, item: Item) => z.array(item, withError(expected));

/** One of several words. */
export const oneOf = <const Words extends readonly string[]>(words: Words) =>
  z.enum(words, withError('choice', { choices: words.join(', ') }));

export const switchField = z.boolean(withError('switch'));

/** A mistake of one field that only the others show. */
export const mistakeAt = (path: PropertyKey[], input: unknown, message: MessageKey, values?: Values) =>
  ({ code: 'custom', path, input, message: zodMessage(message, values) }) as const;
