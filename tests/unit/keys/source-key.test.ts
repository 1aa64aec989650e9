import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { PROJECT } from '../../site/build-sites.ts';
import { temporaryFolder } from '../../temporary-folder.ts';

/** The key of search indexes in a checkout of which only so much is there. */
function keyIn(files: Record<string, string>): string {
  const module = join(PROJECT, 'src/keys/source-key.ts');
  const program = `const { sourceKey } = await import(${JSON.stringify(module)}); console.log(sourceKey('search'))`;
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', program], {
    cwd: temporaryFolder(files),
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  return stdout.trim();
}

it('sources have the same key wherever they lie, since it stands in what readers get, and another when they change', () => {
  const files = { 'package-lock.json': '{}', 'src/site.ts': 'one', 'src/search/parts.ts': 'two' };
  const key = keyIn(files);
  expect(key).toMatch(/^[0-9a-f]{16}$/);
  expect(keyIn(files)).toBe(key);
  expect(keyIn({ ...files, 'src/site.ts': 'three' })).not.toBe(key);
  expect(keyIn({ ...files, 'package-lock.json': '{ }' })).not.toBe(key);
});
