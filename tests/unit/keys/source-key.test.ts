import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../../temporary-folder.ts';

const MODULE = join(import.meta.dirname, '../../../src/keys/source-key.ts');
let imports = 0;

/** The key of search indexes in a checkout of which only so much is there. */
async function keyIn(files: Record<string, string>): Promise<string> {
  const before = process.cwd();
  process.chdir(temporaryFolder(files));
  try {
    // Under another address the module is loaded again: it reads the sources once.
    const { sourceKey } = (await import(/* @vite-ignore */ `${MODULE}?${(imports += 1)}`)) as {
      sourceKey: (kind: 'search') => string;
    };
    return sourceKey('search');
  } finally {
    process.chdir(before);
  }
}

it('sources have the same key wherever they are, since it is in what readers get, and another when they change', async () => {
  const files = { 'package-lock.json': '{}', 'src/site.ts': 'one', 'src/search/parts.ts': 'two' };
  const key = await keyIn(files);
  expect(key).toMatch(/^[0-9a-f]{16}$/);
  expect(await keyIn(files)).toBe(key);
  expect(await keyIn({ ...files, 'src/site.ts': 'three' })).not.toBe(key);
  expect(await keyIn({ ...files, 'package-lock.json': '{ }' })).not.toBe(key);
});
