import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../temporary-folder.ts';
import { PATIENCE, runScript } from '../run-script.ts';
import { takenPort } from '../shared/taken-port.ts';

describe('npm start', PATIENCE, () => {
  it.each(['abc', '65536', ''])('builds nothing for a port that is none: “%s”', (port) => {
    const { status, stdout, stderr } = runScript('start', [`--port=${port}`], { cwd: temporaryFolder() });
    expect(stderr).toBe(`--port ${port}: expected a whole number from 0 to 65535\n`);
    expect(stdout).toBe('');
    expect(status).toBe(2);
  });

  it('builds nothing for a port that is in use', async () => {
    const port = await takenPort();
    const { status, stdout, stderr } = runScript('start', ['--port', String(port)], { cwd: temporaryFolder() });
    expect(stderr).toBe(`Port ${port} is in use. Stop what uses it, or choose another: npm start -- --port 4321\n`);
    expect(stdout).toBe('');
    expect(status).toBe(2);
  });
});
