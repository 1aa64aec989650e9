import { mkdirSync, readdirSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { smallSite, writeSite, type SmallSite } from '../../small-site.ts';
import { temporaryFolder } from '../../temporary-folder.ts';
import { callScript } from '../call-script.ts';

/** The instant that tests publish for. */
export const NIGHT = '2026-11-24T02:00:00Z';

/** A site and a target to publish it to, in a temporary folder. */
export function deployment() {
  const folder = temporaryFolder();
  const built = join(folder, 'built');
  const target = join(folder, 'target');
  mkdirSync(target);
  return {
    folder,
    built,
    target,
    build: (site: SmallSite) => writeSite(built, smallSite(site)),
    deploy: (...options: string[]) => callScript('deploy', ['--to', `dir:${target}`, '--built', built, ...options]),
    rollBack: (...options: string[]) => callScript('deploy', ['--to', `dir:${target}`, '--rollback', ...options]),
    served: () => readlinkSync(join(target, 'current')).replace('releases/', ''),
    live: (path: string) => join(target, 'current', path),
    releases: () => readdirSync(join(target, 'releases')).filter((name) => !name.endsWith('.json')),
  };
}
