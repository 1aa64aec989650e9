import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { tellHub } from '../../../scripts/deploy/tell-hub.ts';
import { temporaryFolder, writeFiles } from '../../temporary-folder.ts';
import { callScript } from '../call-script.ts';
import { loopbackSite } from '../workflows/loopback-site.ts';
import { saidWhile, startHub } from './loopback-hub.ts';

const FEEDS = { 'rss.xml': '<rss/>', 'es/atom.xml': '<feed/>', 'topics/reef/feed.json': '{}' };

/** A site that lies in a folder, and its host below a path, which has what was uploaded last. */
async function uploaded(hub: string | undefined) {
  const work = temporaryFolder();
  const folder = join(work, 'upload');
  const shown: Record<string, string> = {};
  const host = await loopbackSite(shown);
  const site = { hub, url: `${host.origin}/paper/` };
  const lay = (files: Record<string, string>) => {
    writeFiles(folder, { 'index.html': 'Front', ...files });
  };
  const upload = (files: Record<string, string>) => {
    lay(files);
    for (const [file, text] of Object.entries(files)) shown[`/paper/${file}`] = text;
  };
  /** Tells the hub, and what the command says. @param onPause what happens while the host is waited for */
  const tell = (onPause: () => void = () => undefined, told: Partial<typeof site> = {}) => {
    const waiting = { times: 3, pause: async () => onPause() };
    const request = { folder, site: { ...site, ...told }, cacheFolder: join(work, 'cache') };
    return saidWhile(() => tellHub(request, waiting));
  };
  const addresses = (...files: string[]) => files.map((file) => `${site.url}${file}`);
  return { lay, upload, tell, addresses, asked: host.asked };
}

describe('the hub of a paper that is uploaded to a host', () => {
  it('is told of the feeds that changed since it was last told, and of nothing else', async () => {
    const { hub, told } = await startHub(204);
    const { upload, tell, addresses } = await uploaded(hub);
    upload({ ...FEEDS, 'sitemap-0.xml': '<urlset/>' });
    expect((await tell()).log).toBe(`The hub ${hub} was told of 3 feeds that changed.`);
    expect([...(told[0] ?? [])][0]).toEqual(['hub.mode', 'publish']);
    expect(told[0]?.getAll('hub.url').sort()).toEqual(addresses('es/atom.xml', 'rss.xml', 'topics/reef/feed.json'));
    expect(await tell()).toEqual({ log: '', error: '' });
    upload({ 'rss.xml': '<rss>2</rss>', 'about/index.html': 'About' });
    await tell();
    expect(told.slice(1).map((body) => body.getAll('hub.url'))).toEqual([addresses('rss.xml')]);
  });

  it('is told when the host shows the new feeds, not before', async () => {
    const { hub, told } = await startHub(204);
    const { lay, upload, tell } = await uploaded(hub);
    upload({ 'rss.xml': '<rss/>' });
    await tell();
    lay({ 'rss.xml': '<rss>2</rss>' });
    let pauses = 0;
    await tell(() => {
      expect(told).toHaveLength(1);
      pauses += 1;
      if (pauses === 2) upload({ 'rss.xml': '<rss>2</rss>' });
    });
    expect([pauses, told.length]).toEqual([2, 2]);
  });

  it('is told with the next upload of what it could not be told of', async () => {
    const { hub, told } = await startHub(204);
    const { lay, upload, tell, addresses } = await uploaded(hub);
    lay({ 'rss.xml': '<rss/>' });
    const { error } = await tell();
    expect(error).toContain(
      `${addresses('rss.xml')[0]} is not yet the feed that was uploaded, so the hub ${hub} was not told.`,
    );
    expect(told).toEqual([]);

    upload({ 'rss.xml': '<rss/>' });
    const refusing = await startHub(503);
    expect((await tell(undefined, { hub: refusing.hub })).error).toContain(
      'could not be told of a feed that changed (it answered 503)',
    );
    upload({ 'es/rss.xml': '<rss/>' });
    await tell();
    expect(told.map((body) => body.getAll('hub.url').sort())).toEqual([addresses('es/rss.xml', 'rss.xml')]);
    // Another hub knows nothing yet.
    const other = await startHub(204);
    await tell(undefined, { hub: other.hub });
    expect(other.told[0]?.getAll('hub.url')).toHaveLength(2);
  });

  it('is not there for most papers: then nothing is asked', async () => {
    const { upload, tell, asked } = await uploaded(undefined);
    upload(FEEDS);
    expect(await tell()).toEqual({ log: '', error: '' });
    expect(asked).toEqual([]);
  });
});

it('npm run deploy -- --tell-hub wants a site, and publishes nothing', async () => {
  const folder = temporaryFolder({ 'site/index.html': 'Front', 'empty/readme.txt': '' });
  const call = (...options: string[]) => callScript('deploy', options, { cwd: folder });
  expect(await call('--tell-hub', join(folder, 'site'))).toMatchObject({ status: 0, stdout: '', stderr: '' });
  expect(await call('--tell-hub', join(folder, 'empty'))).toMatchObject({
    status: 2,
    stderr: expect.stringContaining(`--tell-hub ${join(folder, 'empty')}: holds no built site`) as string,
  });
  expect(await call('--tell-hub', join(folder, 'site'), '--to', `dir:${folder}/server`)).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('--tell-hub and --to: choose one') as string,
  });
});
