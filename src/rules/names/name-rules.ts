import { TEXT_COLLECTIONS } from '#src/schemas/collections.ts';
import { suggest } from '#src/schemas/explain.ts';
import { isLocale, LOCALES } from '#src/schemas/locale.ts';
import { messageOf, type Values } from '#src/schemas/message.ts';
import { showValue } from '#src/schemas/problem.ts';
import { proposedSlug } from '#src/schemas/proposed-slug.ts';
import { RESERVED_SLUGS, slugField } from '#src/schemas/shared-fields.ts';
import { finding, rule, type DiskEntry, type Finding, type NameRule } from '../rule.ts';
import {
  collectionOf,
  extensionOf,
  hasNoEdition,
  isPictureFile,
  KNOWN_FOLDERS,
  looksLikeContent,
  nameOf,
  stemOf,
  topOf,
} from './newsroom-folders.ts';

/** What Windows cannot write (learn.microsoft.com, “Naming Files, Paths, and Namespaces”), and control characters. */
const FORBIDDEN_SIGNS = /[:<>"|?*\\\u0000-\u001f]/;

const isInKnownFolder = (path: string) => KNOWN_FOLDERS.includes(topOf(path));

/** The collection of a file that is no picture. */
const collectionOfText = (path: string, kind: string) =>
  kind === 'file' && !isPictureFile(path) ? collectionOf(path) : undefined;

/** A name that is to be changed, and the name that it should have if its words can be one. */
const misnamed = (
  key: 'file-name' | 'file-name-unicode' | 'file-name-signs' | 'file-name-ends',
  { path, kind }: DiskEntry,
  values: Values = {},
): Finding => {
  const isContent = collectionOfText(path, kind) !== undefined;
  const slug = isContent ? proposedSlug(stemOf(path)) : undefined;
  const proposal = slug === undefined ? undefined : `${slug}${path.slice(path.lastIndexOf('.')).trim().toLowerCase()}`;
  return proposal === undefined ? finding(key, values) : finding(`${key}.near`, { ...values, name: proposal });
};

/** What is wrong with names of files and folders. The order matters: only the first rule that finds a mistake reports it. */
export const NAME_RULES: readonly NameRule[] = [
  rule('symbolic-link', 'error', ({ path, kind }) => {
    if (kind === 'file' || kind === 'folder' || !isInKnownFolder(path)) return undefined;
    return finding(kind === 'link' ? 'symbolic-link' : 'symbolic-link.other');
  }),
  rule('folder-named-as-file', 'error', ({ path, kind }) =>
    kind === 'folder' && looksLikeContent(path) && isInKnownFolder(path) ? finding('folder-named-as-file') : undefined,
  ),
  rule('no-edition', 'warning', ({ path, kind }) => {
    const [language] = kind === 'folder' && hasNoEdition(path) ? [nameOf(path)] : [];
    return language === undefined ? undefined : finding('no-edition', { language, languages: LOCALES.join(', ') });
  }),
  rule('unknown-folder', 'warning', ({ path, kind }) => {
    const isFolder = kind === 'folder' || (kind === 'link' && !looksLikeContent(path));
    if (!isFolder || path.includes('/') || KNOWN_FOLDERS.includes(path)) return undefined;
    const meant = suggest(path, KNOWN_FOLDERS);
    if (meant) return finding('unknown-folder.near', { meant });
    return finding('unknown-folder', { folders: KNOWN_FOLDERS.join(', ') });
  }),
  rule('outside-folders', 'warning', ({ path, kind }) =>
    (kind === 'file' || kind === 'link') && !path.includes('/') && looksLikeContent(path) && !/^readme\b/i.test(path)
      ? finding('outside-folders', { folders: KNOWN_FOLDERS.join(', ') })
      : undefined,
  ),
  rule('hidden-file', 'warning', ({ path, kind }) =>
    kind !== 'folder' && nameOf(path).startsWith('.') && looksLikeContent(path) && isInKnownFolder(path)
      ? finding('hidden-file')
      : undefined,
  ),
  rule('file-name-unicode', 'error', (entry) => {
    const name = nameOf(entry.path);
    if (!isInKnownFolder(entry.path) || name === name.normalize('NFC')) return undefined;
    return { value: showValue(name), ...misnamed('file-name-unicode', entry) };
  }),
  rule('file-name-signs', 'error', (entry) => {
    const name = nameOf(entry.path);
    const sign = FORBIDDEN_SIGNS.exec(name)?.[0];
    if (sign === undefined || !isInKnownFolder(entry.path)) return undefined;
    return { value: showValue(name), ...misnamed('file-name-signs', entry, { sign: JSON.stringify(sign) }) };
  }),
  rule('file-name-ends', 'error', (entry) => {
    const { path, kind } = entry;
    const name = nameOf(path);
    const isBad = /^\s|[\s.]$/.test(name) || (kind !== 'folder' && /[\s.]$/.test(stemOf(path)));
    if (!isBad || !isInKnownFolder(path)) return undefined;
    return { value: showValue(name), ...misnamed('file-name-ends', entry) };
  }),
  rule('nested-file', 'error', ({ path, kind }) => {
    const collection = collectionOf(path);
    if (kind !== 'file' || !collection || TEXT_COLLECTIONS.has(collection)) return undefined;
    const isNested = path.slice(collection.length + 1).includes('/');
    return isNested ? finding('nested-file', { folder: collection }) : undefined;
  }),
  rule('wrong-extension', 'error', ({ path, kind }) => {
    const collection = collectionOfText(path, kind);
    const extension = collection && extensionOf(collection);
    if (!extension || path.endsWith(extension)) return undefined;
    return finding('wrong-extension', { extension, folder: collection });
  }),
  rule('reserved-name', 'error', ({ path, kind }) => {
    const stem = stemOf(path);
    if (!collectionOfText(path, kind) || !RESERVED_SLUGS.has(stem.toLowerCase())) return undefined;
    return { value: showValue(stem), ...finding('reserved-name') };
  }),
  rule('file-name', 'error', (entry) => {
    const { path, kind } = entry;
    const [issue] = slugField.safeParse(stemOf(path)).error?.issues ?? [];
    if (!issue || !collectionOfText(path, kind)) return undefined;
    return { value: showValue(stemOf(path)), ...misnamed('file-name', entry, { why: messageOf(issue) }) };
  }),
  rule('no-language-folder', 'error', ({ path, kind }) => {
    const collection = collectionOfText(path, kind);
    if (!collection || !TEXT_COLLECTIONS.has(collection)) return undefined;
    const [, folder = '', name] = path.split('/');
    if (name !== undefined && isLocale(folder)) return undefined;
    const folders = LOCALES.map((locale) => `${collection}/${locale}/`).join(', ');
    return finding('no-language-folder', { folders });
  }),
  rule('picture-name', 'warning', ({ path, kind }) =>
    kind === 'file' && path.startsWith('pictures/') && !isPictureFile(path)
      ? { value: showValue(nameOf(path)), ...finding('picture-name') }
      : undefined,
  ),
];
