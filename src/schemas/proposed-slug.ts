import { slugField } from './shared-fields.ts';

/** Letters whose sign is a part of them, and not an accent that Unicode can take off. */
const LETTERS: Readonly<Record<string, string>> = {
  ...{ ß: 'ss', ø: 'o', ł: 'l', æ: 'ae', œ: 'oe', đ: 'd', ð: 'd', þ: 'th', ı: 'i' },
};

/** Lower-case ASCII words joined by hyphens; '' if a text has neither Latin letters nor digits. C++ is “c-plus-plus”, C# “c-sharp”. */
export function slugWords(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[ßøłæœđðþı]/g, (letter) => LETTERS[letter] ?? letter)
    .replace(/(?<=[a-z]\+*)\+/g, ' plus ')
    .replace(/(?<=\b[a-z])#/g, ' sharp ')
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** The slug that words in another spelling probably meant; undefined if they cannot be one. */
export function proposedSlug(text: string): string | undefined {
  const slug = slugWords(text);
  return slugField.safeParse(slug).success ? slug : undefined;
}
