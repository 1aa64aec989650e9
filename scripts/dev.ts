import { resolve } from 'node:path';
import { dev } from 'astro';
import { SETTING_NAMES } from '#src/build-settings.ts';
import { numberOption, runCommand, textOption } from './shared/command-line.ts';

const command = {
  call: 'npm run dev --',
  summary: 'The editor’s live preview: a saved file shows at once. Search answers from the last build.',
  options: {
    content: { type: 'string', value: '<dir>', help: 'the newsroom’s folder (default: src/content)' },
    port: { type: 'string', value: '<n>', help: 'the port (default: 4321)' },
  },
} as const;

await runCommand(command, async (values) => {
  const content = textOption(values, 'content');
  if (content) process.env[SETTING_NAMES.contentRoot] = resolve(content);
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
  await dev({ server: { port: numberOption('port', textOption(values, 'port') ?? '4321', 0, 65_535) } });
});
