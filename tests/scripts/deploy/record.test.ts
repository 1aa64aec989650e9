import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readRecord } from '../../../scripts/deploy/record.ts';
import { targetAt } from '../../../scripts/shared/target.ts';
import { temporaryFolder } from '../../temporary-folder.ts';

it('the record of a release that an earlier version wrote is still read', () => {
  const id = '20261124T130000Z-1a2b3c4d';
  const at = '2026-11-24T13:00:00.000Z';
  const file = (standIn: string) => ({ sha256: '00', size: 1, standIn, inode: 1, mtime: 1 });
  const record = {
    ...{ id, madeAt: at, now: at, digest: '00', withheld: {} },
    files: { 'articles/rain/index.html': file('notice'), 'articles/tide/index.html': file('redirect') },
    carried: { 'a.css': { droppedAt: at, stories: ['/articles/rain/'] } },
  };
  const folder = temporaryFolder({ [join('releases', `${id}.json`)]: JSON.stringify(record) });
  expect(readRecord(targetAt(`dir:${folder}`), id)).toMatchObject({
    files: {
      'articles/rain/index.html': { replacement: 'tombstone' },
      'articles/tide/index.html': { replacement: 'redirect' },
    },
    retained: { 'a.css': { droppedAt: new Date(at), articles: ['/articles/rain/'] } },
  });
});
