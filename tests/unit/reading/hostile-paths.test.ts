import { writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { picturePathIn } from '#src/reading/picture-path.ts';
import type { FileReading } from '#src/reading/content-record.ts';
import { readContentFile } from '#src/reading/read-content-file.ts';
import { PICTURE_PATH_PATTERN, slugField } from '#src/schemas/shared-fields.ts';
import { articleUrl, listUrl, pageUrl } from '#src/urls.ts';
import { STORY, temporaryFolder } from '../../temporary-folder.ts';
import { rounds } from '../../long.ts';

/** Ways out of a folder, and names that mean something to a system, a host or the site itself. */
const PATHS = [
  ...`.. . ../canary ../../canary /../../canary.jpg ./../canary.jpg ./../../../canary.jpg
  /pictures/../../canary.jpg /pictures/./canary.jpg /pictures//canary.jpg ./x/../../../canary.jpg
  ..\\canary.jpg /pictures/..\\..\\canary.jpg %2e%2e/canary.jpg %2e%2e%2fcanary %252e%252e%252fcanary
  /pictures/%2e%2e/canary.jpg ..%c0%afcanary ．．/canary /etc/passwd /etc/passwd\u0000.jpg
  /pictures/canary\u0000.jpg C:\\canary.jpg C:canary \\\\host\\share\\canary.jpg file:///etc/passwd
  https://x.example/canary.jpg //x.example/canary.jpg ~/canary $HOME/canary`.split(/\s+/),
  'canary\n../canary',
  ...'con NUL.jpg com1 index _astro .htaccess __proto__'.split(' '),
  '',
  ' ',
  'canary ',
  'ñandú',
  'x'.repeat(300),
];

/** What a reader of files must never say: it stands in files around the newsroom. */
const CANARY = 'canary-7c1f';

/** A newsroom in a folder between canaries. @returns what is said of its one story, with such front matter and body */
function newsroomBetweenCanaries(): (change: (story: string) => string) => FileReading {
  const around = temporaryFolder({
    'canary.jpg': CANARY,
    'canary.md': CANARY,
    'newsroom/articles/en/2026/reef.md': STORY,
    'newsroom/articles/en/canary.jpg': CANARY,
  });
  const root = join(around, 'newsroom');
  return (change) => {
    writeFileSync(join(root, 'articles/en/2026/reef.md'), change(STORY));
    return readContentFile({ contentRoot: root }, 'articles', 'en/2026/reef.md');
  };
}

const added = (field: (path: string) => string) => (story: string, path: string) =>
  story.replace('---\nNobody', `${field(path)}\n---\nNobody`);

/** Puts a path into one field of a story. */
const FIELDS: Readonly<Record<string, (story: string, path: string) => string>> = {
  slug: added((path) => `slug: ${path}`),
  translationKey: added((path) => `translationKey: ${path}`),
  picture: added((path) => `picture: { src: ${path}, alt: x, credit: x }`),
  aliases: added((path) => `aliases: [${path}]`),
  tags: added((path) => `tags: [${path}]`),
  places: added((path) => `places: [${path}]`),
  dateline: added((path) => `dateline: ${path}`),
  authors: (story, path) => story.replace('[ana-pech]', `[${path}]`),
  categories: (story, path) => story.replace('[environment]', `[${path}]`),
};

/** Old addresses of this site may look like anything that is a path; nothing is read or written there. */
const GOOD_ALIASES = ['/etc/passwd'];

describe('a path that leads elsewhere', () => {
  it.each(Object.entries(FIELDS))('is refused as %s, and nothing is read there', (name, field) => {
    const read = newsroomBetweenCanaries();
    const passed = PATHS.filter((path) => {
      const { record, problems } = read((story) => field(story, JSON.stringify(path)));
      // An editor is shown what was typed, and nothing that stands in a file.
      expect(JSON.stringify(problems)).not.toContain(CANARY);
      return record !== undefined || problems.every(({ field: at }) => !at.startsWith(name));
    });
    expect(passed).toEqual(name === 'aliases' ? GOOD_ALIASES : []);
  });

  it('is refused as a picture of a body or an embed', () => {
    const read = newsroomBetweenCanaries();
    const bodies = PATHS.flatMap((path) => [
      `![x](<${path.replace(/\n/g, ' ')}>)`,
      `::document{url="https://x.example/" title="x" alt="x" picture="${path}"}`,
    ]);
    expect(bodies.filter((body) => read((story) => `${story}\n${body}\n`).record)).toEqual([]);
  });

  it.each(['..md', 'a b.md', ...'CON.md con.md a\\..\\b.md %2e%2e.md -x.md x.MD ñ.md a.b.md __proto__.md'.split(' ')])(
    'is refused as a file’s name: %s',
    (name) => {
      const folder = temporaryFolder({ [`articles/en/${name}`]: STORY });
      const { record, problems } = readContentFile({ contentRoot: folder }, 'articles', `en/${name}`);
      expect(record).toBeUndefined();
      expect(problems).toHaveLength(1);
    },
  );
});

describe('a path that passes', () => {
  const isBelow = (folder: string, path: string) => !relative(folder, resolve(folder, path)).startsWith('..');
  const pieces = fc
    .array(fc.constantFrom(...'. .. / \\ a pictures ./ /pictures/ .jpg .webp - %2e ~ : ñ \u0000'.split(' ')), {
      maxLength: 8,
    })
    .map((parts) => parts.join(''));

  it('stays within the newsroom, whatever picture is named', () => {
    fc.assert(
      fc.property(pieces, (path) => {
        if (!PICTURE_PATH_PATTERN.test(path)) return;
        expect(isBelow('/newsroom', picturePathIn('articles/en/2026/x.md', path))).toBe(true);
      }),
      { numRuns: rounds(400, 20_000) },
    );
  });

  it('stays within the site, whatever slug is chosen', () => {
    fc.assert(
      fc.property(pieces, (slug) => {
        if (!slugField.safeParse(slug).success) return;
        for (const url of [
          articleUrl({ locale: 'es', slug }),
          pageUrl({ locale: 'en', slug }),
          listUrl({ locale: 'en', kind: 'tags', slug }),
        ]) {
          expect(new URL(url, 'https://own.example/').pathname).toBe(url);
          expect(isBelow('/site', `.${url}`)).toBe(true);
        }
      }),
      { numRuns: rounds(400, 20_000) },
    );
  });
});
