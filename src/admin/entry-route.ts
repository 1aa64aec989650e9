import { isLocale } from '#src/schemas/locale.ts';
import { COLLECTIONS, factsOf } from '#src/schemas/collections.ts';
import { pageCollectionName, yearCollectionName } from './form-config.ts';

/**
 * Where the form opens a file of the newsroom: the part of its address after the form's folder. The CMS's own routes.
 * @param file within the content root: `articles/en/2026/reef.md`
 * @returns undefined if the form has no such file, such as a picture
 */
export function entryRoute(file: string): string | undefined {
  const [collection, ...rest] = file.replace(/\.(?:md|yaml)$/, '').split('/');
  const stem = rest.at(-1);
  if (stem === undefined || !/\.(?:md|yaml)$/.test(file)) return undefined;
  const [language = '', year] = rest;
  const route = (name: string) => `#/collections/${name}/entries/${encodeURIComponent(stem)}`;
  if (rest.length === 1) return route(collection ?? '');
  if (!isLocale(language)) return undefined;
  if (collection === 'pages' && rest.length === 2) return route(pageCollectionName(language));
  const filed = COLLECTIONS.find((name) => name === collection && factsOf(name).inYears);
  const isInYear = filed && rest.length === 3 && /^\d{4}$/.test(year ?? '');
  return isInYear ? route(yearCollectionName(filed, language, Number(year))) : undefined;
}

/** The reverse: the file that an address of the form is about; undefined if it is none, such as a list or a new entry. */
export function fileOfRoute(route: string): string | undefined {
  const [, name = '', encoded = ''] = /^#\/collections\/([^/]+)\/entries\/([^/?]+)/.exec(route) ?? [];
  const [collection, language, year] = name.split('-');
  if (!collection || !encoded) return undefined;
  const isText = language !== undefined;
  const folder = [collection, ...(isText ? [language] : []), ...(year === undefined ? [] : [year])].join('/');
  return `${folder}/${decodeURIComponent(encoded)}.${isText ? 'md' : 'yaml'}`;
}
