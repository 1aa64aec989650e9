import { expect, it } from 'vitest';
import { temporaryFolder } from '../../temporary-folder.ts';
import { callScript } from '../call-script.ts';
import { takenPort } from '../shared/taken-port.ts';

it('npm start builds nothing for a port that is in use', async () => {
  const port = await takenPort();
  const call = callScript('start', ['--port', String(port)], { cwd: temporaryFolder() });
  expect(await call).toEqual({
    status: 2,
    stdout: '',
    stderr: `Port ${port} is in use. Stop what uses it, or choose another: npm start -- --port 4321\n`,
  });
});
