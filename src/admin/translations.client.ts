import { placeOfFile } from '#src/reading/place-of-file.ts';
import { beginTranslation, originalIn } from './begin-translation.ts';
import type { KnownNewsroom } from './known-newsroom.ts';

declare global {
  /** What a new story begins with: the bundle asks, see mend-cms.ts. */
  var newStory:
    | ((begun: Record<string, unknown>, inAddress?: Readonly<Record<string, string>>) => Record<string, unknown>)
    | undefined;
}

/** A translation that waits until its original is saved. */
export interface Translations {
  /** @param target where the form begins the translation */
  expect: (file: string, target: string) => void;
  /** The key that a file gets when it is saved, if it has none; undefined if no one wants to translate it. */
  keyFor: (file: string) => string | undefined;
  /** Begins the translation of a file that has been saved. */
  begin: (file: string) => void;
  /** Nothing was saved. */
  forget: () => void;
}

/** Lets new stories begin as translations. */
export function translateStories(known: KnownNewsroom): Translations {
  globalThis.newStory = (begun, inAddress) => {
    const file = originalIn(inAddress);
    const original = file === undefined ? undefined : known.entryOf(file);
    return original ? beginTranslation(begun, original) : begun;
  };
  let expected: { file: string; target: string } | undefined;
  return {
    expect: (file, target) => {
      expected = { file, target };
    },
    keyFor: (file) => (expected?.file === file ? placeOfFile(file).stem : undefined),
    begin: (file) => {
      if (expected?.file !== file) return;
      const { target } = expected;
      expected = undefined;
      // The CMS leaves for its list when it has saved.
      const go = () => setTimeout(() => (location.hash = target));
      addEventListener('hashchange', go, { once: true });
    },
    forget: () => {
      expected = undefined;
    },
  };
}
