import { hash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { readPictures } from '#src/reading/read-pictures.ts';
import { formatProblem } from '#src/schemas/problem.ts';
import { assembleArticle } from '#src/newsroom/assemble.ts';
import { articleFrontMatter, makeNewsroom } from '../../factories.ts';
import { temporaryFolder } from '../../temporary-folder.ts';

const upright = await sharp({ create: { width: 80, height: 40, channels: 3, background: 'red' } })
  .withMetadata({ orientation: 6 })
  .jpeg()
  .toBuffer();
const digest = hash('sha256', upright).slice(0, 16);

/** A newsroom of one story that shows a picture at its head and one in its text, as the reader of files gives it. */
function newsroomWith(lead: string, inText: readonly string[]) {
  const file = {
    id: 'en/2026/reef',
    locale: 'en' as const,
    stem: 'reef',
    file: 'articles/en/2026/reef.md',
    digest: '',
    bodyDigest: '',
  };
  const fields = articleFrontMatter({ picture: { src: lead, alt: 'A reef', credit: 'Ana' } });
  return makeNewsroom({ articles: [assembleArticle(fields, file, inText)] });
}

describe('the pictures of a newsroom', () => {
  it('get their size as they are to be seen, and a digest of their file', async () => {
    const folder = temporaryFolder({ 'pictures/.keep': '', 'articles/en/2026/.keep': '' });
    writeFileSync(join(folder, 'pictures/reef.jpg'), upright);
    writeFileSync(join(folder, 'articles/en/2026/fish.jpg'), upright);
    const { newsroom, problems } = await readPictures(folder, newsroomWith('/pictures/reef.jpg', ['./fish.jpg']));
    expect(problems).toEqual([]);
    const [story] = newsroom.articles;
    expect(story?.picture?.src).toEqual({ file: 'pictures/reef.jpg', digest, width: 40, height: 80 });
    expect(story?.bodyPictures).toEqual([
      { path: './fish.jpg', image: { file: 'articles/en/2026/fish.jpg', digest, width: 40, height: 80 } },
    ]);
  });

  it('are told of where a file is something else under a picture’s name', async () => {
    const folder = temporaryFolder({
      'articles/en/2026/reef.md': '---\ntitle: Reef\npicture:\n  src: /pictures/reef.jpg\n---\n',
      'pictures/reef.jpg': 'not a picture',
      'pictures/fish.jpg': '',
    });
    const { problems } = await readPictures(folder, newsroomWith('/pictures/reef.jpg', ['/pictures/fish.jpg']));
    const remedy = 'names a file that cannot be read as a picture — save it again as jpg, png, webp or avif';
    expect(problems.map((problem) => formatProblem(problem)).toSorted()).toEqual([
      `articles/en/2026/reef.md  error  body ("/pictures/fish.jpg")  ${remedy}`,
      `articles/en/2026/reef.md:4:3  error  picture.src ("/pictures/reef.jpg")  ${remedy}`,
    ]);
  });
});
