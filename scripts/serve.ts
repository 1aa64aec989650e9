import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { siteHeaders } from '#src/hosting/site-headers.ts';
import { signUpFormUrl } from '#src/outside-urls.ts';
import { UsageError } from '#src/publish/usage-error.ts';
import { LOCALES } from '#src/schemas/locale.ts';
import { parseSite } from '#src/site.ts';
import { frontUrl } from '#src/urls.ts';
import { portOption, runCommand, textOption } from './shared/command-line.ts';
import { requireFreePort } from './shared/free-port.ts';
import { builtBelow, serveSite } from './shared/static-server.ts';

const command = {
  call: 'npm run serve --',
  summary: 'Serves a built site on this machine, as a static host would.',
  options: {
    out: { value: '<dir>', help: 'the built site (default: dist)' },
    port: { value: '<n>', help: 'the port (default: 4321)' },
  },
} as const;

await runCommand(command, async (values) => {
  const folder = resolve(textOption(values, 'out') ?? 'dist');
  const port = portOption(values, 4321);
  if (!existsSync(join(folder, 'index.html'))) {
    throw new UsageError(`${folder} holds no built site. Run “npm run build” first.`);
  }
  await requireFreePort(port, command.call);
  const provider = parseSite().newsletter?.provider;
  const headers = siteHeaders(builtBelow(folder), provider && signUpFormUrl(provider));
  const { address } = await serveSite(folder, port, headers);
  const names = new Intl.DisplayNames('en', { type: 'language' });
  const fronts = LOCALES.map((locale) => `${address}${frontUrl(locale).slice(1)} (${names.of(locale)})`);
  console.log(`The site is at ${fronts.join(' and ')}. Stop with Ctrl+C.`);
});
