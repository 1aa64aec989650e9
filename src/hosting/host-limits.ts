import type { HostRules } from './host-rules.ts';

/** How many static lines of `_redirects` hosts read, by their documentation in 2026. */
const LINE_LIMITS = [
  { host: 'GitLab Pages', lines: 1_000 },
  { host: 'Cloudflare Pages', lines: 2_000 },
] as const;

/**
 * How many old addresses redirect and how many are gone, and which hosts read only some of the redirects:
 * `2,310 redirect (GitLab Pages reads 1,000 of them, Cloudflare Pages 2,000), 1 is gone`.
 * @returns '' if there are none
 */
export function describeOldAddresses({ redirects, gone }: HostRules): string {
  const number = (count: number) => count.toLocaleString('en');
  const exceeded = LINE_LIMITS.filter(({ lines }) => redirects.length > lines).map(
    ({ host, lines }, at) => `${host}${at === 0 ? ' reads' : ''} ${number(lines)}${at === 0 ? ' of them' : ''}`,
  );
  const limits = exceeded.length > 0 ? ` (${exceeded.join(', ')})` : '';
  return [
    ...(redirects.length > 0
      ? [`${number(redirects.length)} ${redirects.length === 1 ? 'redirects' : 'redirect'}${limits}`]
      : []),
    ...(gone.length > 0 ? [`${number(gone.length)} ${gone.length === 1 ? 'is' : 'are'} gone`] : []),
  ].join(', ');
}
