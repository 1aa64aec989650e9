import { existsSync, readFileSync } from 'node:fs';
import { takeLock } from '#src/disk/lock.ts';
import type { IssueMail } from '#src/newsletter/issue-mail.ts';
import { UsageError } from '#src/publish/usage-error.ts';
import type { NewsletterSettings } from '#src/schemas/newsletter-settings.ts';
import type { Site } from '#src/schemas/site.ts';
import { parseSite } from '#src/site.ts';
import { PARTLY, runCommand, type Values } from '../shared/command-line.ts';
import { TerminalProgress } from '../shared/terminal-progress.ts';
import { deliverIssue, restOf } from './deliver-issue.ts';
import { deliveryText } from './delivery-report.ts';
import { Ledger, readLedger } from './ledger.ts';
import { faultsText, listFiles, readRecipients, type ListFiles } from './list-files.ts';
import { listKey, type ListKey } from './list-key.ts';
import type { ReadList } from './read-list.ts';
import type { IssueRequest } from './ready-issue.ts';
import type { Sending } from './recipient-mail.ts';
import { readRemoved } from './removed-list.ts';
import { readSendRequest, sendCommand, type SendRequest } from './send-options.ts';
import { campaignSender } from './senders/campaign-senders.ts';
import { emlFileSender } from './senders/eml-files.ts';
import { StopSending, type MailSender } from './senders/sender.ts';
import { SMTP_SETTING, smtpSender, type DkimKey } from './senders/smtp.ts';

/** Makes an issue from its file in the newsroom. @throws ContentError or UsageError if there is none that is ready */
export type IssueSource = (request: Omit<IssueRequest, 'site'>) => IssueMail | Promise<IssueMail>;

/** `npm run newsletter -- send`. */
export function runSend(issueOf: IssueSource, clock = () => new Date()): Promise<void> {
  return runCommand(sendCommand, (values, words) => send(issueOf, values, words, clock));
}

async function send(
  issueOf: IssueSource,
  values: Values<keyof typeof sendCommand.options>,
  words: readonly string[],
  clock: () => Date,
): Promise<number> {
  const site = parseSite();
  const { newsletter } = site;
  if (!newsletter)
    throw new UsageError('The paper has no newsletter: “newsletter” in src/site.config.ts says who sends it.');
  const request = readSendRequest(values, words, newsletter, clock());
  const issue = await issueOf({ ...request, now: clock() });
  return request.target.kind === 'campaign'
    ? await publishCampaign(issue, request, site, newsletter)
    : await sendMails(issue, request, site, newsletter, clock);
}

async function publishCampaign(
  issue: IssueMail,
  { target, schedule, isDryRun }: SendRequest,
  { name, email }: Site,
  { from, replyTo, provider }: NewsletterSettings,
): Promise<number> {
  if (provider === undefined || target.kind !== 'campaign' || provider.kind !== target.service)
    throw new UsageError(
      `--to ${target.kind === 'campaign' ? target.service : ''}: “newsletter.provider” in src/site.config.ts does not name it.`,
    );
  const sender = campaignSender(provider, { name, email: from, replyTo: replyTo ?? email });
  const how = schedule ? `planned for ${schedule.toISOString()}` : 'a draft, which is to be sent there';
  if (isDryRun) {
    console.log(`${issue.id} would be made at ${provider.kind} as ${how}. Nothing was done.`);
    return 0;
  }
  const { id, isOld } = await sender.publish(issue, schedule);
  console.log(`${issue.id} is at ${provider.kind} (${id}), ${isOld ? 'since an earlier run' : how}.`);
  return 0;
}

async function sendMails(
  issue: IssueMail,
  request: SendRequest,
  site: Site,
  settings: NewsletterSettings,
  clock: () => Date,
): Promise<number> {
  const files = listFiles(request.list ?? '', request.ledger);
  if (request.isDryRun) return await dryRun(issue, request, files);
  // Two runs at once would each send to everyone that the other has not noted yet.
  const unlock = await takeLock(files.lock, (pid) =>
    console.error(`Another run (process ${pid}) is sending to this list, or changing it: waiting for it …`),
  );
  const progress = new TerminalProgress();
  const stop = new AbortController();
  const onSignal = () => stop.abort();
  process.once('SIGINT', onSignal).once('SIGTERM', onSignal);
  let ledger: Ledger | undefined;
  let sender: MailSender | undefined;
  try {
    const key = listKey(files.key);
    const list = await listToSend(files, key);
    ledger = await Ledger.open({ folder: files.ledger, issue: issue.id, keyMark: key.mark }, clock);
    const sending: Sending = {
      name: site.name,
      from: settings.from,
      replyTo: settings.replyTo ?? site.email,
      unsubscribe: settings.unsubscribe,
      key,
    };
    sender = await mailSender(request, dkimKey(request, settings.from));
    const { recipients } = list;
    const report = await deliverIssue({
      ...{ issue, recipients, ledger, sender, sending, progress, clock },
      again: request.again,
      patience: request.patience,
      signal: stop.signal,
    });
    progress.end();
    console.log(deliveryText(report, request.again));
    if (report.stopped !== undefined) return 1;
    return report.refused.length + report.later.length + list.faults.length > 0 ? PARTLY : 0;
  } catch (error) {
    progress.end();
    if (error instanceof StopSending) throw new UsageError(`${error.message} Nothing was sent.`, 1);
    throw error;
  } finally {
    process.off('SIGINT', onSignal).off('SIGTERM', onSignal);
    sender?.close();
    await ledger?.close();
    unlock();
  }
}

/** The list, without those who have unsubscribed, which a list from elsewhere may still name. */
async function listToSend(files: ListFiles, key: ListKey | undefined): Promise<ReadList> {
  const list = await readRecipients(files);
  const left = key && readRemoved(files.removed, key);
  if (key) list.recipients = list.recipients.filter((recipient) => !left?.has(key.hashOf(recipient.key)));
  for (const fault of faultsText(list, files.list ?? 'standard input')) console.error(fault);
  if (list.recipients.length === 0) throw new UsageError('The list is empty: nothing was sent.', 1);
  return list;
}

async function dryRun(issue: IssueMail, request: SendRequest, files: ListFiles): Promise<number> {
  // Without a secret nothing was ever sent to this list.
  const key = existsSync(files.key) ? listKey(files.key) : undefined;
  const list = await listToSend(files, key);
  const { recipients, repeats, inactive } = list;
  const known = key && readLedger({ folder: files.ledger, issue: issue.id, keyMark: key.mark }).entries;
  const state = ({ key: address }: { key: string }) => key && known?.get(key.hashOf(address))?.state;
  const { rest, before } = restOf({ recipients, again: request.again }, state);
  const left = [
    before > 0 ? `${before} have it already` : '',
    repeats > 0 ? `${repeats} lines repeat an address` : '',
    inactive > 0 ? `${inactive} are of people who are to get nothing` : '',
  ].filter((part) => part !== '');
  console.log(
    `${issue.id} (“${issue.subject}”) would go to ${rest.length} of ${recipients.length} addresses${left.length > 0 ? `; ${left.join('; ')}` : ''}. Nothing was sent.`,
  );
  return list.faults.length > 0 ? PARTLY : 0;
}

async function mailSender(request: SendRequest, dkim: DkimKey | undefined): Promise<MailSender> {
  if (request.target.kind === 'folder') return emlFileSender(request.target.folder, dkim);
  const { connections, rate } = request;
  return await smtpSender(process.env[SMTP_SETTING], { connections, rate, dkim });
}

function dkimKey({ dkim }: SendRequest, from: string): DkimKey | undefined {
  if (!dkim) return undefined;
  if (!existsSync(dkim.file)) throw new UsageError(`--dkim-key ${dkim.file}: there is no such file`);
  const privateKey = readFileSync(dkim.file, 'utf8');
  if (!privateKey.includes('PRIVATE KEY-----'))
    throw new UsageError(
      `--dkim-key ${dkim.file}: this is not a private key in PEM form (-----BEGIN PRIVATE KEY-----)`,
    );
  return { domainName: from.slice(from.lastIndexOf('@') + 1), keySelector: dkim.selector, privateKey };
}
