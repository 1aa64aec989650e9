import { csvRows, type CsvRow } from './csv-rows.ts';
import { readAddress } from './mail-address.ts';

/** Somebody who gets the newsletter. */
export interface Recipient {
  address: string;
  /** The same for every spelling of the address. */
  key: string;
  /** The line of the address in the list, from 1. */
  line: number;
  /** The day on which they agreed, if the list says it: `2026-11-30`. */
  consented: string | undefined;
}

/** A list as it was read. */
export interface ReadList {
  /** Each address once, in the order of the list. */
  recipients: Recipient[];
  /** Lines without an address that can be used, and why. */
  faults: { line: number; reason: string }[];
  /** How many lines name somebody who is there already. */
  repeats: number;
  /** How many lines are of people who unsubscribed or whose mailbox is gone, as another program's export says. */
  inactive: number;
}

/** Columns with the address, in our lists and in exports of Mailchimp, Substack, Buttondown and listmonk. */
const ADDRESS_COLUMNS = ['email', 'email address', 'email_address', 'e-mail', 'correo', 'correo electrónico'];

/** Columns with the day of consent; the first that has one counts. Mailchimp has two, Substack and listmonk the third. */
const CONSENT_COLUMNS = ['consented', 'confirm_time', 'optin_time', 'created_at', 'subscription_date', 'creation_date'];

/** What the others say of somebody who is to get nothing: column → values. */
const INACTIVE: Readonly<Record<string, readonly string[]>> = {
  // Substack: “active_subscription” is about paying.
  email_disabled: ['true'],
  // Mailchimp, listmonk.
  status: ['unsubscribed', 'cleaned', 'nonsubscribed', 'archived', 'disabled', 'blocklisted'],
  subscription_status: ['unsubscribed', 'cleaned', 'unconfirmed'],
  // Buttondown.
  type: ['unsubscribed', 'complained', 'undeliverable', 'blocked', 'unactivated', 'removed'],
};

const SEPARATORS = [',', ';', '\t'];

/** Reads a list: an address on each line, or a CSV table with a head. Lines that begin with # are comments. */
export function readList(text: string): ReadList {
  const rows = csvRows(text, separatorOf(text));
  const list: ReadList = { recipients: [], faults: [], repeats: 0, inactive: 0 };
  const head = (rows[0]?.cells ?? []).map((cell) => cell.trim().toLowerCase());
  const column = head.findIndex((name) => ADDRESS_COLUMNS.includes(name));
  const known = new Set<string>();
  for (const row of column === -1 ? rows : rows.slice(1)) {
    const named = (name: string) => row.cells[column === -1 ? -1 : head.indexOf(name)]?.trim() ?? '';
    if (Object.entries(INACTIVE).some(([name, values]) => values.includes(named(name).toLowerCase()))) {
      list.inactive += 1;
      continue;
    }
    const written = row.isOpen ? undefined : row.cells[Math.max(column, 0)];
    const address = written === undefined ? { reason: openReason(row) } : readAddress(written);
    if ('reason' in address) list.faults.push({ line: row.line, reason: address.reason });
    else if (known.has(address.key)) list.repeats += 1;
    else {
      known.add(address.key);
      const consent = column === -1 ? (row.cells[1] ?? '') : CONSENT_COLUMNS.map(named).find((day) => day !== '');
      list.recipients.push({
        address: address.text,
        key: address.key,
        line: row.line,
        consented: dayIn(consent ?? ''),
      });
    }
  }
  return list;
}

const openReason = ({ isOpen }: CsvRow) =>
  isOpen ? 'has a quotation mark that is never closed' : 'has fewer cells than the head';

/** The sign between the cells of the first line that is no comment. */
function separatorOf(text: string): string {
  const first = text.split('\n').find((line) => line.trim() !== '' && !line.startsWith('#')) ?? '';
  const counts = SEPARATORS.map((separator) => first.split(separator).length);
  return SEPARATORS[counts.indexOf(Math.max(...counts))] ?? ',';
}

/** `2026-11-30` of a date or an instant that begins so. */
function dayIn(text: string): string | undefined {
  return /^\d{4}-\d{2}-\d{2}(?=$|[T ])/.exec(text.trim())?.[0];
}
