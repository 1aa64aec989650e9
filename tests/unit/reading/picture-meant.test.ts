import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadNewsroom } from '#src/reading/load-newsroom.ts';
import { formatProblem } from '#src/schemas/problem.ts';
import { NOW } from '../../factories.ts';
import { GOOD_WEBP } from '../../scripts/lint-content/defects/pictures.ts';
import { AROUND, STORY, temporaryFolder } from '../../temporary-folder.ts';

/** What is said of a story, in a newsroom with these pictures. */
async function said(story: string, pictures: readonly string[], bytes: Uint8Array = GOOD_WEBP): Promise<string[]> {
  const folder = temporaryFolder({ ...AROUND, 'articles/en/2026/reef.md': story, 'pictures/2026/.keep': '' });
  for (const picture of pictures) writeFileSync(join(folder, picture), bytes);
  const { problems } = await loadNewsroom(folder, { now: NOW });
  return problems.filter(({ rule }) => !/unused|mislabelled/.test(rule)).map(formatProblem);
}

const PICTURES = [
  'pictures/IMG_0042.JPG',
  'pictures/turtles.webp',
  'pictures/2026/fair.webp',
  'articles/en/2026/pier.jpg',
];

describe('a picture that does not exist', () => {
  it.each([
    ['/pictures/img_0042.jpg', '/pictures/IMG_0042.JPG'],
    ['/pictures/turtels.webp', '/pictures/turtles.webp'],
    ['/pictures/turtles.jpg', '/pictures/turtles.webp'],
    ['./turtles.webp', '/pictures/turtles.webp'],
    ['/pictures/pier.jpg', './pier.jpg'],
    ['./PIER.jpg', './pier.jpg'],
    ['/pictures/2026/Fair.webp', '/pictures/2026/fair.webp'],
    ['turtles.webp', '/pictures/turtles.webp'],
    ['/pictures/turtles.webp?w=300', '/pictures/turtles.webp'],
    ['pictures/turtles.webp', '/pictures/turtles.webp'],
    ['../../pictures/turtles.webp', '/pictures/turtles.webp'],
  ])('is answered with the one that was meant: %s, %s', async (written, meant) => {
    const [found = '', ...more] = await said(`${STORY}\nSee ![a turtle](${written}).\n`, PICTURES);
    expect(more).toEqual([]);
    expect(found).toMatch(/^articles\/en\/2026\/reef\.md:10:17 {2}error {2}body /);
    expect(found.split(' — ')[1]).toBe(`did you mean “${meant}”?`);
  });

  it('is answered in the front matter as well', async () => {
    const lead = STORY.replace('authors', 'picture: { src: /pictures/img_0042.jpg, alt: A, credit: B }\nauthors');
    expect((await said(lead, PICTURES))[0]).toContain('did you mean “/pictures/IMG_0042.JPG”?');
  });

  it('is told what its file can be called', async () => {
    for (const [written, rename] of [
      [
        '</pictures/Foto de playa.jpg>',
        'has a space in the name of the picture — rename the file, and write /pictures/Foto-de-playa.jpg',
      ],
      [
        '/pictures/Foto%20de%20playa.jpg',
        'has a space in the name of the picture — rename the file, and write /pictures/Foto-de-playa.jpg',
      ],
      [
        '</pictures/niño.jpg>',
        'that is no letter a–z, digit, hyphen or dot — rename the file, and write /pictures/nino.jpg',
      ],
    ] as const)
      expect((await said(`${STORY}\n![a turtle](${written})\n`, PICTURES))[0]).toContain(rename);
  });

  it('is not guessed at', async () => {
    for (const path of ['/pictures/gone.webp', 'https://elsewhere.example/turtles.webp'])
      expect((await said(`${STORY}\n![a turtle](${path})\n`, PICTURES))[0]).not.toContain('did you mean');
  });
});

it('a picture in a body that cannot be read is reported at the line and column of its path', async () => {
  const story = `${STORY}\nWords.\n\n- See ![a turtle](/pictures/turtles.webp).\n`;
  expect(await said(story, ['pictures/turtles.webp'], Buffer.from('no picture'))).toEqual([
    'articles/en/2026/reef.md:12:19  error  body ("/pictures/turtles.webp")  names a file that cannot be read as a picture — save it again as jpg, png, webp or avif',
  ]);
});
