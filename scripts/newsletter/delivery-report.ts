import type { DeliveryReport, Missed } from './deliver-issue.ts';

/** Lines named in one sentence; the others are counted. */
const MOST_LINES = 20;

/** What became of an issue, for the person who sends. Recipients are named by their lines in the list, never by their addresses. */
export function deliveryText(report: DeliveryReport, again: { unsure: boolean }): string {
  const { sent, before, unsure, refused, later, stopped, left } = report;
  const parts = [
    `Sent to ${count(sent)}${before > 0 ? `; ${count(before)} had it already` : ''}.`,
    unsure > 0
      ? `An earlier run was ended while ${count(unsure)} ${unsure === 1 ? 'mail was' : 'mails were'} on the way. ` +
        (again.unsure
          ? 'These were sent again with the same number (Message-ID), so that servers drop the second one.'
          : 'These were not sent again (--unsure skip).')
      : '',
    refused.length > 0
      ? `Refused for good: ${count(refused.length)} (${byCode(refused)}). “npm run newsletter -- list remove --bounced” takes mailboxes that are gone off the list.`
      : '',
    later.length > 0
      ? `Not accepted yet: ${count(later.length)} (${byCode(later)}). Run it again: only these are asked.`
      : '',
    stopped === undefined
      ? ''
      : `${stopped} ${left > 0 ? `${count(left)} were not asked: run it again, and it goes on with them.` : ''}`,
  ];
  return parts.filter((part) => part !== '').join('\n');
}

/** `550 5.1.1: lines 4, 19; 552: line 7` */
function byCode(missed: readonly Missed[]): string {
  const lines = Map.groupBy(missed, ({ code }) => code);
  return [...lines]
    .map(([code, those]) => {
      const shown = those.map(({ line }) => line).toSorted((a, b) => a - b);
      const more = shown.length > MOST_LINES ? ` and ${count(shown.length - MOST_LINES)} more` : '';
      return `${code}: ${shown.length === 1 ? 'line' : 'lines'} ${shown.slice(0, MOST_LINES).join(', ')}${more}`;
    })
    .join('; ');
}

const count = (number: number) => number.toLocaleString('en');
