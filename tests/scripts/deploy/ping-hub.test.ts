import { describe, expect, it } from 'vitest';
import { withPing } from '../../../scripts/deploy/ping-hub.ts';
import { targetAt } from '../../../scripts/shared/target.ts';
import { deployment } from './deployment.ts';
import { saidWhile, startHub } from './loopback-hub.ts';

const URL_OF_SITE = 'https://paper.example/news/';

/** Publishes a site with these feeds, and what the command says of the hub. */
async function publisher(hub: string | undefined) {
  const { build, deploy, target } = deployment();
  const said = { log: '', error: '' };
  const publish = async (files: Record<string, string>) => {
    build({ stories: { reef: {} }, files: { 'rss.xml': '<rss/>', ...files } });
    let [code, done] = [-1, -2];
    const ping = async () => {
      done = await withPing(targetAt(`dir:${target}`, 'is new'), { hub, url: URL_OF_SITE }, async () => {
        code = (await deploy()).status;
        return code;
      });
    };
    Object.assign(said, await saidWhile(ping));
    expect(done).toBe(code);
    return done;
  };
  await publish({});
  return { publish, said };
}

describe('a deploy of a paper with a hub', () => {
  it('tells it of the feeds that changed, in every format, and of nothing else', async () => {
    const { hub, told } = await startHub(204);
    const { publish, said } = await publisher(hub);
    expect(told.map((body) => [...body])).toEqual([
      [
        ['hub.mode', 'publish'],
        ['hub.url', `${URL_OF_SITE}rss.xml`],
      ],
    ]);
    const changed = { 'es/atom.xml': '<feed/>', 'topics/reef/feed.json': '{}', 'sitemap-1.xml': '<urlset/>' };
    expect(await publish(changed)).toBe(0);
    expect(told.at(-1)?.getAll('hub.url').sort()).toEqual(
      ['es/atom.xml', 'topics/reef/feed.json'].map((path) => `${URL_OF_SITE}${path}`),
    );
    expect(said.log).toBe(`The hub ${hub} was told of 2 feeds that changed.`);
  });

  it('tells it nothing if no feed has changed', async () => {
    const { hub, told } = await startHub(204);
    const { publish, said } = await publisher(hub);
    await publish({ 'about/index.html': '<h1>About</h1>' });
    expect(told).toHaveLength(1);
    expect(said).toEqual({ log: '', error: '' });
  });

  it('tells it of many feeds in several requests', async () => {
    const { hub, told } = await startHub(204);
    const { publish } = await publisher(hub);
    await publish(Object.fromEntries(Array.from({ length: 45 }, (_, at) => [`topics/t${at}/rss.xml`, '<rss/>'])));
    expect(told.slice(1).map((body) => body.getAll('hub.url').length)).toEqual([20, 20, 5]);
  });

  it('is done though the hub refuses or does not answer, and says so', async () => {
    const { hub, stop } = await startHub(503);
    const { publish, said } = await publisher(hub);
    expect(said.error).toContain(`The hub ${hub} could not be told of a feed that changed (it answered 503).`);
    await stop();
    expect(await publish({ 'rss.xml': '<rss>2</rss>' })).toBe(0);
    expect(said.error).toMatch(
      /could not be told of a feed that changed \(.*ECONNREFUSED.*\)\. The site is published;/,
    );
  });

  it('tells nobody if there is no hub', async () => {
    const { said } = await publisher(undefined);
    expect(said).toEqual({ log: '', error: '' });
  });
});
