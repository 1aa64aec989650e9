import { describe, expect, it } from 'vitest';
import { readNewsroom } from '#src/reading/read-newsroom.ts';
import { readContentFile } from '#src/reading/read-content-file.ts';
import { readShard, writeShard, type Shard } from '#src/reading/reading-shard.ts';
import { AROUND, STORY, temporaryFolder } from '../../temporary-folder.ts';

const RICH = STORY.replace(
  'authors:',
  `updatedDate: 2026-11-21T10:30
expiryDate: 2027-01-01
corrections:
  - { date: 2026-11-22, kind: correction, text: 'It was “Tuesday”, in Xpu-Há.' }
  - { date: 2026-11-23T08:00, kind: update, text: Two. }
sources:
  - { title: Council, url: 'https://example.org/' }
authors:`,
);

function shelfOf(files: readonly string[], folder: string): Shard {
  return new Map(
    files.map((file) => {
      const [collection = ''] = file.split('/');
      const { record } = readContentFile(
        { contentRoot: folder },
        collection as 'articles',
        file.slice(collection.length + 1),
      );
      if (!record) throw new Error(`${file} has mistakes`);
      return [file, { digest: 'd', signature: file.endsWith('.md') ? '1 2 3' : undefined, record }];
    }),
  );
}

describe('a shard of readings', () => {
  it('comes back as it was: dates as dates, wherever they are, and what the path of a file says', () => {
    const files = ['articles/en/2026/reef.md', 'articles/es/2026/arrecife.md', 'articles/en/2026/plain.md'];
    const folder = temporaryFolder({
      ...AROUND,
      'articles/en/2026/reef.md': RICH,
      'articles/es/2026/arrecife.md': RICH,
      'articles/en/2026/plain.md': STORY,
    });
    const shard = shelfOf([...files, 'authors/ana-pech.yaml', 'categories/environment.yaml'], folder);
    const back = readShard(writeShard(shard));
    expect(back).toEqual(shard);
    expect([...back.keys()]).toEqual([...shard.keys()]);
    const fields = back.get('articles/en/2026/reef.md')?.record.fields as { corrections: { date: Date }[] };
    expect(fields.corrections.map(({ date }) => date instanceof Date)).toEqual([true, true]);
    expect(readNewsroom(folder).problems).toEqual([]);
  });

  it('refuses what it could not give back', () => {
    const file = 'articles/en/reef.md';
    const shard = shelfOf([file], temporaryFolder({ [file]: STORY }));
    Object.assign(shard.get(file)?.record.fields ?? {}, { tags: new Set(['reef']) });
    expect(() => writeShard(shard)).toThrow('tags: a reading cannot keep a Set');
  });
});
