import type { HostRules } from './host-rules.ts';

/** How many lines of `_redirects` hosts read; our lines are static. As their documentation says in 2026. */
const LINE_LIMITS = [
  { host: 'GitLab Pages', lines: 1_000 },
  { host: 'Cloudflare Pages', lines: 2_000 },
] as const;

/**
 * How many old addresses lead on, and how many are gone, in a sentence, with the hosts that would read only some of them:
 * `2,310 lead on (GitLab Pages reads 1,000 of them, Cloudflare Pages 2,000), 1 is gone`.
 * @returns '' where there are none
 */
export function tellOldAddresses({ moved, gone }: HostRules): string {
  const number = (count: number) => count.toLocaleString('en');
  const passed = LINE_LIMITS.filter(({ lines }) => moved.length > lines).map(
    ({ host, lines }, at) => `${host}${at === 0 ? ' reads' : ''} ${number(lines)}${at === 0 ? ' of them' : ''}`,
  );
  const limits = passed.length > 0 ? ` (${passed.join(', ')})` : '';
  return [
    ...(moved.length > 0 ? [`${number(moved.length)} ${moved.length === 1 ? 'leads' : 'lead'} on${limits}`] : []),
    ...(gone.length > 0 ? [`${number(gone.length)} ${gone.length === 1 ? 'is' : 'are'} gone`] : []),
  ].join(', ');
}
