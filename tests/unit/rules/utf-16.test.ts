import { describe, expect, it } from 'vitest';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readNewsroom } from '#src/reading/read-newsroom.ts';
import { utf16Text } from '#src/rules/files/utf-16.ts';
import { formatProblem } from '#src/schemas/problem.ts';
import { fixNewsroom } from '../../../scripts/lint-content/fix-newsroom.ts';
import { NOW } from '../../factories.ts';
import { AROUND, STORY, temporaryFolder } from '../../temporary-folder.ts';

const SPANISH = STORY.replace('The reef has a quiet morning', 'Mañana “tranquila” en el arrecife: 東 😀').replace(
  /:00$/m,
  ':00-05:00',
);

const littleEndian = (text: string) => Buffer.from(text, 'utf16le');
const bigEndian = (text: string) => littleEndian(text).swap16();

const WAYS: readonly (readonly [string, (text: string) => Buffer])[] = [
  ['little-endian with a byte order mark', (text) => littleEndian(`\ufeff${text}`)],
  ['big-endian with a byte order mark', (text) => bigEndian(`\ufeff${text}`)],
  ['little-endian without one', littleEndian],
  ['big-endian without one', bigEndian],
];

function newsroomWith(bytes: Buffer, file = 'articles/en/2026/reef.md'): string {
  const folder = temporaryFolder({ ...AROUND, [file]: '' });
  writeFileSync(join(folder, file), bytes);
  return folder;
}

describe('a file saved as UTF-16', () => {
  it.each(WAYS)('%s gives one finding, which says how to save it', (_, encoded) => {
    const { problems } = readNewsroom(newsroomWith(encoded(SPANISH)), { now: NOW });
    expect(problems.map((problem) => formatProblem(problem).slice(0, 109))).toEqual([
      'articles/en/2026/reef.md:1:1  error  is saved as UTF-16 instead of UTF-8 — save it again and choose UTF-8 (No',
    ]);
  });

  it.each(WAYS)('%s gives one finding, though others need it', (_, encoded) => {
    const folder = newsroomWith(encoded(AROUND['authors/ana-pech.yaml']), 'authors/ana-pech.yaml');
    writeFileSync(join(folder, 'categories/story.yaml'), '');
    const { problems } = readNewsroom(folder, { now: NOW });
    expect(problems.filter(({ file }) => file.startsWith('authors')).map(({ rule }) => rule)).toEqual(['utf-16']);
  });

  it.each(WAYS)('%s becomes UTF-8 with --fix', (_, encoded) => {
    const folder = newsroomWith(encoded(SPANISH));
    const { newsroom, problems } = readNewsroom(folder, { now: NOW });
    const { fixed } = fixNewsroom(folder, { newsroom, problems });
    expect(fixed).toMatchObject([{ before: 'UTF-16', after: 'UTF-8' }]);
    expect(readFileSync(join(folder, 'articles/en/2026/reef.md'), 'utf8')).toBe(SPANISH);
    expect(readNewsroom(folder, { now: NOW }).problems).toEqual([]);
  });

  it.each([
    ['UTF-8', Buffer.from(SPANISH)],
    ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${SPANISH}`)],
    ['a NUL', Buffer.from(`${SPANISH}\0`)],
    ['nothing', Buffer.alloc(0)],
    ['NULs alone', Buffer.alloc(100)],
  ])('is not one of %s', (_, bytes) => {
    expect(utf16Text(bytes)).toBeUndefined();
  });
});
