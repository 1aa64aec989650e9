import { escapeMarkdown } from '#src/writing/escape-markdown.ts';

/** Addresses that a reader may follow from an event. */
const SAFE_ADDRESS = /^(?:https?:\/\/|mailto:|tel:)[^\s<>]+$/i;

const ADDRESS = /\bhttps?:\/\/[^\s<>"]+[^\s<>".,;:!?)\]'’”]/gi;

/** A line of plain text as Markdown that shows it word for word, with its addresses as links. */
export function markdownLine(line: string): string {
  let result = '';
  let at = 0;
  for (const { index, 0: address } of line.matchAll(ADDRESS)) {
    const before = line.slice(at, index);
    result += `${at === 0 && before !== '' ? escapeMarkdown(before) : within(before)}${link('', address) || within(address)}`;
    at = index + address.length;
  }
  const rest = line.slice(at);
  // Two colons and a word would begin an embed.
  return (result === '' ? escapeMarkdown(rest) : result + within(rest)).replace(/^::(?=\w)/, '\\::');
}

/** The escapes of a text that does not begin its line. */
const within = (text: string) => (text === '' ? '' : escapeMarkdown(`.${text}`).slice(1));

/** A link with words: an address alone is shown by the name of its host, as readers read it. */
export function link(words: string, address: string): string {
  const target = directAddress(address.trim());
  if (!SAFE_ADDRESS.test(target) || (!/^(?:mailto|tel):/i.test(target) && !isPlain(target))) return words;
  const isBare = words === '' || /^(?:https?\\?:|www\\?\.)/i.test(words);
  const shown = isBare ? nameOf(target) : words;
  return `[${shown}](${target
    .replace(/[()\\]/g, encodeURIComponent)
    .replace(/\(/g, '%28')
    .replace(/\)/g, '%29')})`;
}

/** Google's calendar leads every link through its own address. */
function directAddress(address: string): string {
  const url = URL.parse(address);
  const isDetour = url !== null && /^(?:www\.)?google\.[a-z.]+$/.test(url.host) && url.pathname === '/url';
  return (isDetour && (url.searchParams.get('q') ?? url.searchParams.get('url'))) || address;
}

/** Whether an address is one of the web, without a name and a password before its host. */
function isPlain(address: string): boolean {
  const url = URL.parse(address);
  return url !== null && url.username === '' && url.password === '';
}

function nameOf(address: string): string {
  return /^(?:mailto|tel):/i.test(address)
    ? address
        .replace(/^\w+:/, '')
        .replace(/\?.*$/s, '')
        .replace(/[[\]\\_*`<>]/g, '\\$&')
    : (URL.parse(address)?.host.replace(/^www\./, '') ?? address);
}
