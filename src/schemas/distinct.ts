import { z } from 'zod';
import { withError } from './message.ts';

/** A list without duplicates. @param noun what it names, for the message */
export function distinct<Item extends z.ZodType<string>>(
  item: Item,
  noun: 'author' | 'category' | 'tag' | 'place' | 'event-kind' | 'article' | 'event',
) {
  return z
    .array(item, withError('slug-list', { noun }))
    .refine((list) => new Set(list).size === list.length, withError(`${noun}-twice`));
}
