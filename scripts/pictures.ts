import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { composePicture, isPictureName } from './pictures/catalogue.ts';
import { marks } from './pictures/marks.ts';
import { chosenNames, command, type DrawingName } from './pictures/options.ts';
import { toWebp } from './pictures/render.ts';
import { runCommand, textOption } from './shared/command-line.ts';

/** Where drawings go. */
interface Folders {
  pictures: string;
  marks: string;
}

await runCommand(command, async (values) => {
  const names = chosenNames(textOption(values, 'only'));
  const folders: Folders = {
    pictures: textOption(values, 'out') ?? 'src/content/pictures',
    marks: textOption(values, 'public') ?? 'public',
  };
  await Promise.all(Object.values(folders).map((folder) => mkdir(folder, { recursive: true })));
  let total = 0;
  for (const name of names) {
    const { path, bytes } = await draw(name, folders);
    await writeFile(path, bytes);
    total += bytes.length;
    console.log(`${path}  ${kilobytes(bytes.length)}`);
  }
  console.log(`Drew ${names.length} files, ${kilobytes(total)} in all.`);
  return 0;
});

/** Draws one picture or mark, without writing it. */
async function draw(name: DrawingName, folders: Folders): Promise<{ path: string; bytes: Buffer }> {
  if (isPictureName(name)) {
    return { path: join(folders.pictures, `${name}.webp`), bytes: await toWebp(composePicture(name), name) };
  }
  const mark = marks[name];
  return { path: join(folders.marks, mark.file), bytes: await mark.render() };
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} KB`;
}
