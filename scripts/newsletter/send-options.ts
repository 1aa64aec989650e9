import { UsageError } from '#src/publish/usage-error.ts';
import type { Locale } from '#src/schemas/locale.ts';
import type { NewsletterSettings } from '#src/schemas/newsletter-settings.ts';
import { instantOption, editionOption, numberOption, textOption, type Values } from '../shared/command-line.ts';
import { CONTENT_OPTION, contentRootOption } from '../shared/content-root.ts';
import type { Again, Patience } from './deliver-issue.ts';
import { outsideRepositories } from './outside-repositories.ts';
import { CAMPAIGN_KINDS } from './senders/campaign-senders.ts';

export const sendCommand = {
  call: 'npm run newsletter -- send',
  summary:
    'Sends an issue of the newsletter to everybody on a list who has not got it yet, or gives it to a service that sends.\n' +
    'A run that was ended, or is called again, goes on with the rest. scripts/newsletter.md says how.',
  words: '<issue>',
  options: {
    lang: { value: '<en|es>', help: 'the language of the issue (default: that of the edition at the site’s root)' },
    to: {
      value: '<where>',
      help: `smtp (the server in SMTP_URL), file:<folder> (a file for each mail, to try it), ${CAMPAIGN_KINDS.join(', ')} (default: the settings’ provider)`,
    },
    list: { value: '<file|->', help: 'the list of addresses, outside of any repository; - for standard input' },
    ledger: { value: '<dir>', help: 'where it is noted who has got what (default: beside the list)' },
    schedule: {
      value: '<instant|soon>',
      help: 'when a service is to send it, soon: at the next quarter of an hour (default: it makes a draft)',
    },
    content: CONTENT_OPTION,
    rate: { value: '<n>', help: 'the most mails in a second (default: as many as go)' },
    connections: { value: '<n>', help: 'connections to the server at a time (default: 4)' },
    retries: { value: '<n>', help: 'how often to ask again if a server says “later” (default: 4)' },
    wait: { value: '<s>', help: 'seconds before the first of these, doubled each time (default: 60)' },
    unsure: {
      value: '<again|skip>',
      help: 'what to do about those a killed run may have sent to (default: again, with the same Message-ID)',
    },
    refused: { value: '<skip|again>', help: 'about those whose server refused the issue (default: skip)' },
    'dkim-key': { value: '<file>', help: 'signs mails with this private key (DKIM)' },
    'dkim-selector': { value: '<name>', help: 'under which its public key is in the DNS' },
    'dry-run': { help: 'only say to how many it would go' },
  },
} as const;

type SendOption = keyof typeof sendCommand.options;

/** Where an issue goes. */
export type SendTarget = { kind: 'smtp' } | { kind: 'folder'; folder: string } | { kind: 'campaign'; service: string };

export interface SendRequest {
  /** `2026-11-30-daily` */
  id: string;
  locale: Locale;
  /** Absolute. */
  contentRoot: string;
  target: SendTarget;
  list: string | undefined;
  ledger: string | undefined;
  schedule: Date | undefined;
  rate: number | undefined;
  connections: number;
  again: Again;
  patience: Patience;
  dkim: { file: string; selector: string } | undefined;
  isDryRun: boolean;
}

/** @throws UsageError if the command was called wrongly */
export function readSendRequest(
  values: Values<SendOption>,
  words: readonly string[],
  settings: NewsletterSettings,
  now: Date,
): SendRequest {
  const [id, ...others] = words;
  if (id === undefined || !/^[a-z0-9-]+$/.test(id) || others.length > 0)
    throw new UsageError(`expected the name of one issue: ${sendCommand.call} 2026-11-30-daily --lang en`);
  const target = readTarget(textOption(values, 'to') ?? settings.provider?.kind);
  const list = textOption(values, 'list');
  const schedule = scheduleOption(textOption(values, 'schedule'), now);
  if (target.kind === 'campaign' && list !== undefined)
    throw new UsageError(`--list: ${target.service} sends to its own list`);
  if (target.kind !== 'campaign' && list === undefined)
    throw new UsageError('--list <file> is missing: the addresses to which the issue goes, outside of any repository');
  if (target.kind !== 'campaign' && schedule !== undefined)
    throw new UsageError('--schedule: only a service sends later by itself; start this command at that time instead');
  const rate = textOption(values, 'rate');
  const number = (name: SendOption, usual: number, least: number, most: number) =>
    numberOption(name, textOption(values, name) ?? String(usual), least, most);
  return {
    id,
    locale: editionOption('lang', textOption(values, 'lang')),
    contentRoot: contentRootOption(textOption(values, 'content')),
    target,
    list,
    ledger: textOption(values, 'ledger'),
    schedule,
    rate: rate === undefined ? undefined : numberOption('rate', rate, 1, 10_000),
    connections: number('connections', 4, 1, 50),
    again: {
      unsure: choice('unsure', textOption(values, 'unsure') ?? 'again') === 'again',
      refused: choice('refused', textOption(values, 'refused') ?? 'skip') === 'again',
    },
    patience: { retries: number('retries', 4, 0, 20), waitSeconds: number('wait', 60, 0, 3600) },
    dkim: dkimOption(textOption(values, 'dkim-key'), textOption(values, 'dkim-selector')),
    isDryRun: values['dry-run'] === true,
  };
}

function readTarget(to: string | undefined): SendTarget {
  if (to === 'smtp') return { kind: 'smtp' };
  if (to !== undefined && CAMPAIGN_KINDS.includes(to)) return { kind: 'campaign', service: to };
  const [, folder] = /^file:(.+)$/s.exec(to ?? '') ?? [];
  // The files hold addresses.
  if (folder !== undefined) return { kind: 'folder', folder: outsideRepositories('--to file:', folder) };
  const expected = `expected smtp, file:<folder>, ${CAMPAIGN_KINDS.join(', ')}`;
  throw new UsageError(to === undefined ? `--to is missing: ${expected}` : `--to ${to}: ${expected}`);
}

function scheduleOption(text: string | undefined, now: Date): Date | undefined {
  if (text === undefined) return undefined;
  // Mailchimp sends at quarters of an hour, and needs some minutes before.
  if (text === 'soon') return new Date(Math.ceil((now.getTime() + 5 * 60_000) / 900_000) * 900_000);
  const instant = instantOption('schedule', text);
  if (instant > now) return instant;
  throw new UsageError(`--schedule ${text}: that is over; leave it out to make a draft`);
}

function choice(name: string, text: string): 'again' | 'skip' {
  if (text === 'again' || text === 'skip') return text;
  throw new UsageError(`--${name} ${text}: expected again or skip`);
}

function dkimOption(file: string | undefined, selector: string | undefined): SendRequest['dkim'] {
  if (file === undefined && selector === undefined) return undefined;
  if (file === undefined || selector === undefined)
    throw new UsageError('--dkim-key <file> and --dkim-selector <name> belong together');
  if (!/^[a-z0-9_-]+(?:\.[a-z0-9_-]+)*$/i.test(selector))
    throw new UsageError(`--dkim-selector ${selector}: expected a name such as mail2026`);
  return { file, selector };
}
