import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { Aside } from '../../../../scripts/lab/bench/aside.ts';
import { temporaryFolder } from '../../../temporary-folder.ts';

it('sites that are in the way are kept aside until everything is measured', () => {
  const folder = temporaryFolder({ 'public/one.html': '1', '_site/two.html': '2' });
  const aside = new Aside(join(folder, 'aside'));
  aside.put(join(folder, 'public'));
  aside.put(join(folder, '_site'));
  aside.put(join(folder, 'not there'));
  expect(readdirSync(folder)).toEqual(['aside']);
  expect(readdirSync(join(folder, 'aside'), { recursive: true }).toSorted()).toEqual([
    '0',
    '0/one.html',
    '1',
    '1/two.html',
  ]);
  aside.empty();
  expect(existsSync(join(folder, 'aside'))).toBe(false);
});
