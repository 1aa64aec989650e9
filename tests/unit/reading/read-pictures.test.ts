import { hash } from 'node:crypto';
import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { readPictures } from '#src/reading/read-pictures.ts';
import { formatProblem } from '#src/schemas/problem.ts';
import { assembleText } from '#src/newsroom/assemble.ts';
import { articleFrontMatter, makeNewsroom } from '../../factories.ts';
import { STORY, temporaryFolder } from '../../temporary-folder.ts';

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
  return makeNewsroom({ articles: [assembleText(fields, file, inText)] });
}

describe('the pictures of a newsroom', () => {
  it('get their size as they are to be seen, and a digest of their file', async () => {
    const folder = temporaryFolder({ 'pictures/.keep': '', 'articles/en/2026/.keep': '' });
    writeFileSync(join(folder, 'pictures/reef.jpg'), upright);
    writeFileSync(join(folder, 'articles/en/2026/fish.jpg'), upright);
    const { newsroom, problems } = await readPictures(
      { contentRoot: folder },
      newsroomWith('/pictures/reef.jpg', ['./fish.jpg']),
    );
    expect(problems).toEqual([]);
    const [story] = newsroom.articles;
    expect(story?.picture?.src).toEqual({ file: 'pictures/reef.jpg', digest, width: 40, height: 80 });
    expect(story?.bodyPictures).toEqual([
      { path: './fish.jpg', image: { file: 'articles/en/2026/fish.jpg', digest, width: 40, height: 80 } },
    ]);
  });

  it('cannot be files that are something else than their names say', async () => {
    const folder = temporaryFolder({
      'articles/en/2026/reef.md': '---\ntitle: Reef\npicture:\n  src: /pictures/reef.jpg\n---\n',
      'pictures/reef.jpg': 'not a picture',
      'pictures/fish.jpg': '',
    });
    const { problems } = await readPictures(
      { contentRoot: folder },
      newsroomWith('/pictures/reef.jpg', ['/pictures/fish.jpg']),
    );
    const remedy = 'names a file that cannot be read as a picture — save it again as jpg, png, webp or avif';
    expect(problems.map((problem) => formatProblem(problem)).toSorted()).toEqual([
      `articles/en/2026/reef.md  error  body ("/pictures/fish.jpg")  ${remedy}`,
      `articles/en/2026/reef.md:4:3  error  picture.src ("/pictures/reef.jpg")  ${remedy}`,
    ]);
  });

  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><script>alert(1)</script></svg>';

  it.each([
    ['an SVG', svg, 'is a svg file'],
    ['an SVG after a declaration and a comment', `<?xml version="1.0"?><!-- -->\n${svg}`, 'is a svg file'],
    ['a GIF', Buffer.from('R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==', 'base64'), 'is a gif file'],
    ['a page', '<!DOCTYPE html><script>alert(1)</script>', 'names a file that cannot be read as a picture'],
    ['a page that begins like a picture', 'GIF89a/*<script>*/=1', 'names a file that cannot be read as a picture'],
  ])('are none where %s has a picture’s name', async (_, content, reason) => {
    const folder = temporaryFolder({ 'articles/en/2026/reef.md': STORY });
    writeFileSync(join(folder, 'articles/en/2026/fish.png'), content);
    const { problems } = await readPictures({ contentRoot: folder }, newsroomWith('./fish.png', ['./fish.png']));
    expect(
      problems
        .filter(({ field }) => field === 'body')
        .map(formatProblem)
        .join(),
    ).toContain(reason);
  });

  it('may be AVIF, PNG and WebP; a name that says otherwise is reported', async () => {
    const folder = temporaryFolder({ 'pictures/.keep': '' });
    for (const format of ['avif', 'png', 'webp'] as const) {
      const bytes = await sharp(upright).toFormat(format).toBuffer();
      writeFileSync(join(folder, 'pictures/reef.jpg'), bytes);
      const { problems } = await readPictures({ contentRoot: folder }, newsroomWith('/pictures/reef.jpg', []));
      expect(problems.map((problem) => formatProblem(problem))).toEqual([
        `pictures/reef.jpg  warning  ("jpg")  does not have the extension of its format, which is ${format} — rename it, or save it in the format of its extension`,
      ]);
    }
  });

  it.each(['jpeg', 'png', 'avif', 'webp'] as const)(
    'cannot be a %s that was cut short while it was copied',
    async (format) => {
      const noise = sharp({
        create: {
          width: 64,
          height: 64,
          channels: 3,
          background: '#888',
          noise: { type: 'gaussian', mean: 128, sigma: 40 },
        },
      });
      const whole = await noise.toFormat(format).toBuffer();
      const name = format === 'jpeg' ? 'jpg' : format;
      const folder = temporaryFolder({ 'articles/en/2026/reef.md': STORY, 'pictures/.keep': '' });
      const said = async (bytes: Uint8Array) => {
        writeFileSync(join(folder, `pictures/reef.${name}`), bytes);
        return (await readPictures({ contentRoot: folder }, newsroomWith(`/pictures/reef.${name}`, []))).problems.map(
          ({ rule }) => rule,
        );
      };
      expect(await said(whole)).toEqual([]);
      expect(await said(whole.subarray(0, whole.length / 2))).toEqual(['unreadable-picture']);
      expect(await said(whole.subarray(0, whole.length - 20))).toEqual(['unreadable-picture']);
    },
  );

  it('are not fetched from outside the newsroom by a link in it', async () => {
    const outside = temporaryFolder();
    writeFileSync(join(outside, 'secret.jpg'), upright);
    const folder = temporaryFolder({ 'articles/en/2026/reef.md': '---\npicture:\n  src: /pictures/a.jpg\n---\n' });
    symlinkSync(outside, join(folder, 'pictures'));
    symlinkSync(join(outside, 'secret.jpg'), join(folder, 'articles/en/2026/b.jpg'));
    const { newsroom, problems } = await readPictures(
      { contentRoot: folder },
      newsroomWith('/pictures/secret.jpg', ['./b.jpg']),
    );
    const told = 'leads out of the newsroom by a symbolic link — put the picture itself in its place';
    expect(problems.map((problem) => formatProblem(problem))).toEqual([
      `articles/en/2026/reef.md  error  body ("./b.jpg")  ${told}`,
      `articles/en/2026/reef.md:3:3  error  picture.src ("/pictures/secret.jpg")  ${told}`,
    ]);
    expect(newsroom.articles[0]?.picture?.src).toBe('/pictures/secret.jpg');
  });
});
