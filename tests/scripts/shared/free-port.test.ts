import { describe, expect, it } from 'vitest';
import { requireFreePort } from '../../../scripts/shared/free-port.ts';
import { serveSite } from '../../../scripts/shared/static-server.ts';
import { temporaryFolder } from '../../temporary-folder.ts';
import { takenPort } from './taken-port.ts';

describe('a port', () => {
  it('that is in use is refused, with a call that chooses another', async () => {
    const port = await takenPort();
    await expect(requireFreePort(port, 'npm start --')).rejects.toThrow(
      `Port ${port} is in use. Stop what uses it, or choose another: npm start -- --port 4321`,
    );
  });

  it('that is free is left free for the site', async () => {
    const { origin, close } = await serveSite(temporaryFolder(), 0);
    const port = Number(new URL(origin).port);
    await close();
    await requireFreePort(port, 'npm start --');
    const again = await serveSite(temporaryFolder(), port);
    expect(again.origin).toBe(origin);
    await again.close();
  });
});
