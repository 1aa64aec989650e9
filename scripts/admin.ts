import { join, resolve } from 'node:path';
import { formHeaders } from '#src/hosting/site-headers.ts';
import { parseSite } from '#src/site.ts';
import { formSite, openingOf } from '#src/publish/compile/form-site.ts';
import { readLists } from './admin/read-lists.ts';
import { writeForm } from './admin/write-form.ts';
import { CACHE_FOLDER } from './shared/cache-folder.ts';
import { CONTENT_OPTION, contentRootOption } from './shared/content-root.ts';
import { portOption, runCommand, textOption } from './shared/command-line.ts';
import { requireFreePort } from './shared/free-port.ts';
import { serveSite } from './shared/static-server.ts';

const command = {
  call: 'npm run admin --',
  summary:
    'The form for editors. Without --out it is served on this machine, where it can also edit a folder: choose\n' +
    '“Open the newsroom’s folder” and the project’s folder (Chrome, Edge). Its settings are “form” in src/site.config.ts.',
  options: {
    out: { value: '<dir>', help: 'write it to this folder, for a web server' },
    content: CONTENT_OPTION,
    port: { value: '<n>', help: 'the port (default: 4322)' },
    clean: { help: 'bundle it again, without the cache' },
  },
} as const;

await runCommand(command, async (values) => {
  const out = textOption(values, 'out');
  const port = portOption(values, 4322);
  const site = parseSite();
  const opening = openingOf(site);
  const contentRoot = contentRootOption(textOption(values, 'content'));
  if (out === undefined) await requireFreePort(port, command.call);
  const form = await formSite(opening, CACHE_FOLDER, values['clean'] === true);
  const folder = resolve(out ?? join(CACHE_FOLDER, 'form-served'));
  const lists = readLists(contentRoot, site, new Date());
  writeForm(form, lists, folder);
  if (out !== undefined) {
    console.log(
      `The form is in ${folder}: ${form.files.size + lists.size + 1} files. It saves to ${opening.settings.host}.`,
    );
    return 0;
  }
  const { origin } = await serveSite(folder, port, formHeaders());
  console.log(`The form is at ${origin}/. Stop with Ctrl+C.`);
  return undefined;
});
