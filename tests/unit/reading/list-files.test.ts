import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listFiles } from '#src/reading/list-files.ts';
import { temporaryFolder } from '../../temporary-folder.ts';

describe('listFiles', () => {
  it('lists files of all depths in code-unit order', () => {
    const names = ['b.md', 'a/z.md', 'a/b/c.md', 'a.md', 'Z.md', 'ñ.md', 'a-b.md'];
    const folder = temporaryFolder(Object.fromEntries(names.map((name) => [name, ''])));
    expect(listFiles(folder)).toEqual(['Z.md', 'a-b.md', 'a.md', 'a/b/c.md', 'a/z.md', 'b.md', 'ñ.md']);
  });

  it('leaves out dot-files and dot-folders', () => {
    expect(listFiles(temporaryFolder({ '.DS_Store': '', '.git/config': '', 'a/.b.md.swp': '', 'a/b.md': '' }))).toEqual(
      ['a/b.md'],
    );
  });

  it('follows no symbolic link, to a file or a folder', () => {
    const outside = temporaryFolder({ 'secret.md': '' });
    const folder = temporaryFolder({ 'a.md': '' });
    symlinkSync(join(outside, 'secret.md'), join(folder, 'linked.md'));
    symlinkSync(outside, join(folder, 'linked'));
    symlinkSync(folder, join(folder, 'circle'));
    expect(listFiles(folder)).toEqual(['a.md']);
  });

  it('finds nothing in a folder that does not exist', () => {
    expect(listFiles(join(temporaryFolder(), 'nowhere'))).toEqual([]);
  });

  it('does not take a file for an empty folder', () => {
    expect(() => listFiles(join(temporaryFolder({ 'a.md': '' }), 'a.md'))).toThrow('ENOTDIR');
  });
});
