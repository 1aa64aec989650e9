import { SETTING_NAMES } from '#src/build-settings.ts';
import { parseSite } from '#src/site.ts';
import { instantOption, portOption, runCommand, textOption } from './shared/command-line.ts';
import { CONTENT_OPTION, contentRootOption } from './shared/content-root.ts';

const command = {
  call: 'npm run dev --',
  summary:
    'The editor’s live preview: a saved file shows at once, and so does a mistake, here and on the page. Search answers\n' +
    'from the last build.',
  options: {
    content: CONTENT_OPTION,
    now: {
      value: '<instant>',
      help: 'the instant to show the paper at, such as 2026-11-24T08:00: a later one shows what is due until then',
    },
    drafts: { help: 'show drafts as if they were published' },
    port: { value: '<n>', help: 'the port (default: 4321)' },
  },
} as const;

await runCommand(command, async (values) => {
  const port = portOption(values, 4321);
  const contentRoot = contentRootOption(textOption(values, 'content'));
  const now = textOption(values, 'now');
  if (now !== undefined) process.env[SETTING_NAMES.now] = instantOption('now', now).toISOString();
  process.env[SETTING_NAMES.contentRoot] = contentRoot;
  if (values.drafts) process.env[SETTING_NAMES.drafts] = 'true';
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
  // Astro reads the configuration, too, but would bury what is wrong with it in a stack.
  parseSite();

  // Astro takes a second to load: who called the command wrongly need not wait for it.
  const { dev } = await import('astro');
  await dev({ server: { port } });
});
