import { join } from 'node:path';
import { expect, it } from 'vitest';
import { statAhead } from '#src/publish/reuse/stat-ahead.ts';
import { temporaryFolder } from '../../temporary-folder.ts';

it('files that answer at once are not asked for ahead', () => {
  const stop = statAhead(['a', 'b'], () => expect.fail('all files were listed'), Infinity);
  stop();
});

it('files that are slow to answer are asked for by threads, to which those that are gone do no harm', async () => {
  const folder = temporaryFolder({ 'there.html': 'news' });
  const paths = ['there.html', 'gone.html'].map((name) => join(folder, name));
  const stop = statAhead(paths, () => [...paths, ...paths], -1);
  await stop();
});
