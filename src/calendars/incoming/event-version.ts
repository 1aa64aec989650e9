import { propertyOf, type Component } from './read-components.ts';

/** Rises with each change: SEQUENCE, and within one the moment. */
export function versionOf(event: Component): string {
  const sequence = /^\d{1,9}$/.exec(propertyOf(event, 'SEQUENCE')?.value.trim() ?? '')?.[0] ?? '0';
  const modified = propertyOf(event, 'LAST-MODIFIED')?.value.trim() ?? '';
  return `${sequence.padStart(9, '0')} ${/^\d{8}T\d{6}Z?$/.test(modified) ? modified : ''}`;
}
