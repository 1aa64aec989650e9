import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { writeAtomically } from '#src/disk/write-atomically.ts';
import type { PublishStatus } from '#src/status/publish-status.ts';
import { statusPage } from '#src/status/status-page.ts';
import { STATUS_FILE } from '../shared/read-status.ts';

/** Writes a status that everybody may read, for a site's own host: `status.json`, and the page in both languages. */
export function writePublicStatus(folder: string, status: PublishStatus, now: Date): void {
  const nowhere = () => undefined;
  mkdirSync(join(folder, 'es'), { recursive: true });
  writeAtomically(join(folder, STATUS_FILE), `${JSON.stringify(status)}\n`);
  writeAtomically(join(folder, 'index.html'), statusPage('en', status, now, nowhere));
  writeAtomically(join(folder, 'es', 'index.html'), statusPage('es', status, now, nowhere));
}
