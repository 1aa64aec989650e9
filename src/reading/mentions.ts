/** What a file names, as far as can be seen without reading it as it is meant to be read. */
export interface Mentions {
  /** Paths of pictures as written. */
  pictures: readonly string[];
  slug: string | undefined;
  translationKey: string | undefined;
}

/**
 * Looks through a file that could not be read for what other files need it for: its own mistake has been told, and is not to
 * bring forth a picture that seems unused, a translation that seems alone, a link that seems dead.
 */
export function mentionsIn(text: string): Mentions {
  const field = (name: string) => new RegExp(`^${name}:[ \\t]*["']?([a-z0-9-]+)`, 'm').exec(text)?.[1];
  return {
    pictures: text.match(/(?:\/pictures\/|\.\/)[\w./-]+\.(?:jpe?g|png|webp|avif)/gi) ?? [],
    slug: field('slug'),
    translationKey: field('translationKey'),
  };
}
