import type CMS from '@sveltia/cms';

export type SaveHandler = Parameters<typeof CMS.registerEventListener>[0]['handler'];

/** An entry as the CMS hands it to those who hear of a save: a map of Immutable.js. */
export type SavedEntry = Parameters<SaveHandler>[0]['entry'];

/** The fields of an entry; undefined if the CMS has something else. */
export function fieldsOf(entry: Pick<SavedEntry, 'get'>): Record<string, unknown> | undefined {
  const data: unknown = entry.get('data');
  return isMap(data) ? data.toJS() : undefined;
}

function isMap(value: unknown): value is { toJS: () => Record<string, unknown> } {
  return typeof value === 'object' && value !== null && 'toJS' in value;
}

/**
 * The file of an entry, within the content root; undefined if it is none of the newsroom's.
 * @param content the content root within the repository, as in the form's settings
 */
export function fileOfEntry(entry: Pick<SavedEntry, 'get'>, content: string): string | undefined {
  return fileInContent(String(entry.get('path')), content);
}

/** The same for a path within the repository. */
export function fileInContent(path: string, content: string): string | undefined {
  const root = content === '.' ? '' : `${content}/`;
  return path.startsWith(root) && path !== '' ? path.slice(root.length) : undefined;
}
