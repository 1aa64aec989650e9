import type { Locale } from '#src/schemas/locale.ts';
import { withoutAccents } from '#src/schemas/plain-letters.ts';
import type { KnownStory } from './known-newsroom.ts';

const plain = (text: string) => withoutAccents(text).toLowerCase();

/**
 * The stories whose headline has all words, or their beginnings; those of the text's own language first, the newest first.
 * @param stories newest first
 */
export function findStories(stories: readonly KnownStory[], words: string, language: Locale | undefined): KnownStory[] {
  const wanted = plain(words)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  const found = stories.filter(({ title }) => {
    const own = plain(title).split(/[^\p{L}\p{N}]+/u);
    return title !== '' && wanted.every((word) => own.some((one) => one.startsWith(word)));
  });
  const isOwn = ({ locale }: KnownStory) => locale === language;
  return [...found.filter(isOwn), ...found.filter((story) => !isOwn(story))];
}
