import { expect, it } from 'vitest';
import { temporaryFolder } from '../temporary-folder.ts';
import { siteFolder } from './build-sites.ts';
import { nuFaults } from './nu-checker.ts';

it.each(['sample', 'three', 'empty', 'hostile'] as const)(
  'the Nu HTML checker finds nothing on the pages of the site “%s”',
  (name) => {
    const faults = nuFaults(siteFolder(name));
    expect(faults.slice(0, 20), `${faults.length} faults`).toEqual([]);
  },
);

it('the Nu HTML checker finds a fault', () => {
  const page = '<!doctype html><html lang="en"><head><title>x</title></head><body><p><div></div></p></body></html>';
  expect(nuFaults(temporaryFolder({ 'index.html': page })).join()).toContain('No “p” element in scope');
});
