import { resolve } from 'node:path';
import { isRunning } from '#src/disk/is-running.ts';
import { UsageError } from '#src/publish/usage-error.ts';
import { verdictOf } from '#src/status/publish-status.ts';
import { publicStatus } from '#src/status/public-status.ts';
import { statusReport } from '#src/status/status-report.ts';
import { statusWord } from '#src/status/status-words.ts';
import { fetchStatus, readStatus } from './shared/read-status.ts';
import { writePublicStatus } from './status/write-public-status.ts';
import { sourceCommit } from './shared/source-commit.ts';
import { targetAt } from './shared/target.ts';
import { languageOption, runCommand, textOption } from './shared/command-line.ts';

const command = {
  call: 'npm run status --',
  summary:
    'Says what readers have, what was left out and why, and what is due next. Ends with 1 if what is live is not what should be.',
  options: {
    to: {
      value: 'dir:<path>|<url>',
      help: 'where the site is published, or its address if its host serves the status as well',
    },
    content: { value: '<dir>', help: 'a newsroom whose last commit should be live' },
    lang: { value: '<en|es>', help: 'the language of the answer (default: en)' },
    public: {
      value: '<dir>',
      help: 'write what everybody may know to a folder, as a page and as status.json: no file, article or name',
    },
    json: { help: 'print everything that is known, as JSON' },
  },
} as const;

await runCommand(command, async (values) => {
  const to = textOption(values, 'to');
  if (to === undefined)
    throw new UsageError('--to is missing: where the site is published, such as --to dir:/srv/news');
  const locale = languageOption(values);
  const isAddress = /^https?:/i.test(to);
  const status = isAddress ? await fetchStatus(to) : readStatus(targetAt(to));
  const folder = textOption(values, 'public');
  if (folder !== undefined) {
    if (!status) throw new UsageError(`--to ${to}: nothing has been published there yet`, 1);
    writePublicStatus(resolve(folder), publicStatus(status), new Date());
    return 0;
  }
  const verdict = status ? verdictOf(status, new Date(), isAddress ? undefined : isRunning) : 'never';
  if (values.json === true) console.log(JSON.stringify({ verdict, ...status }, undefined, 2));
  else if (status) for (const line of statusReport(locale, status, verdict)) console.log(line);
  else console.log(statusWord(locale, 'never'));
  const content = textOption(values, 'content');
  const wanted = content === undefined ? undefined : sourceCommit(resolve(content));
  const isBehind = wanted !== undefined && wanted.id !== status?.live?.commit?.id;
  if (isBehind && values.json !== true) {
    const { author, subject } = wanted;
    console.log(statusWord(locale, 'behind', { id: wanted.id.slice(0, 7), author, subject }));
  }
  return (verdict === 'right' || verdict === 'running') && !isBehind ? 0 : 1;
});
