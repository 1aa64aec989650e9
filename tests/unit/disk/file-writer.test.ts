import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FileWriter } from '#src/disk/file-writer.ts';
import { rounds } from '../../long.ts';
import { temporaryFolder } from '../../temporary-folder.ts';

describe('files that are written beside the build', () => {
  it('are all there when it has finished, each in its folder, in whatever memory its bytes came', async () => {
    const folder = temporaryFolder();
    const writer = new FileWriter();
    const pathOf = (index: number) => join(folder, String(index % 7), `page-${index}`, 'index.html');
    const textOf = (index: number) => `page ${index} ${'.'.repeat(index % 3 === 0 ? 0 : 9_000)}`;
    const count = rounds(1_200, 2_500);
    for (let index = 0; index < count; index += 1) {
      writer.write(pathOf(index), Buffer.from(textOf(index)));
      await writer.room();
    }
    await writer.finished();
    for (let index = 0; index < count; index += 1) expect(readFileSync(pathOf(index), 'utf8')).toBe(textOf(index));
  });

  it('are at hand at once where they are few', () => {
    const path = join(temporaryFolder(), 'a/b/index.html');
    new FileWriter().write(path, Buffer.from('text'));
    expect(readFileSync(path, 'utf8')).toBe('text');
  });

  it('fail the build with what the system says where one cannot be written', async () => {
    const folder = temporaryFolder({ taken: '' });
    const writer = new FileWriter();
    for (let index = 0; index < 200; index += 1) writer.write(join(folder, String(index)), Buffer.from('text'));
    writer.write(join(folder, 'taken', 'index.html'), Buffer.from('text'));
    await expect(writer.finished()).rejects.toThrow(/^ENOTDIR: not a directory, mkdir .*taken|^EEXIST: .*taken/);
    await expect(writer.room()).rejects.toThrow(/taken/);
    await writer.stop();
  });

  it('fail the build if the writing was ended before', async () => {
    const writer = new FileWriter();
    const folder = temporaryFolder();
    for (let index = 0; index < 400; index += 1) writer.write(join(folder, String(index)), Buffer.alloc(9_000));
    await writer.stop();
    await expect(writer.finished()).rejects.toThrow('ended before they were written');
  });
});
