/** What a file seems to name, found without parsing it. */
export interface Mentions {
  /** Paths of pictures as written. */
  pictures: readonly string[];
  slug: string | undefined;
  translationKey: string | undefined;
}

/**
 * Searches a file that could not be read for what other files depend on: its own mistake has been reported, and should not
 * also make a picture look unused, a translation missing, or a link dead.
 */
export function mentionsIn(text: string): Mentions {
  const field = (name: string) => new RegExp(`^${name}:[ \\t]*["']?([a-z0-9-]+)`, 'm').exec(text)?.[1];
  return {
    pictures: text.match(/(?:\/pictures\/|\.\/)[\w./-]+\.(?:jpe?g|png|webp|avif)/gi) ?? [],
    slug: field('slug'),
    translationKey: field('translationKey'),
  };
}
