import { buildBelowPath } from './below-path-site.ts';
import { buildOnce, NOW, SITES } from './build-sites.ts';
import { hostileNewsroom } from './hostile-site.ts';

/** Builds the sites under test before the tests, once for all files. A site that is up to date costs nothing. */
export default async function prepareSites(): Promise<void> {
  for (const [name, content] of Object.entries(SITES)) await buildOnce({ name, content, now: NOW });
  await buildOnce({ name: 'hostile', content: hostileNewsroom(), now: NOW });
  await buildBelowPath();
}
