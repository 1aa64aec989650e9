import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { portOption, PARTLY, runCommand } from './shared/command-line.ts';
import { requireFreePort } from './shared/free-port.ts';

const command = {
  call: 'npm start --',
  summary: 'Builds the sample newsroom and serves it on http://localhost:4321.',
  options: {
    port: { value: '<n>', help: 'the port (default: 4321)' },
  },
} as const;

await runCommand(command, async (values) => {
  // Before the build, so that a typing mistake does not cost a minute.
  const port = portOption(values, 4321);
  await requireFreePort(port, command.call);
  const script = (name: string, options: readonly string[]) =>
    spawnSync(process.execPath, [join(import.meta.dirname, `${name}.ts`), ...options], { stdio: 'inherit' }).status ??
    1;
  const built = script('build', []);
  return built === 0 || built === PARTLY ? script('serve', ['--port', String(port)]) : built;
});
