import { encoded, pageFileOf, type HostRules } from './host-rules.ts';

/**
 * The `_redirects` file that Cloudflare Pages, GitLab Pages and Netlify read: `from to status`, a line each. Of their
 * dialects this is what all understand: one refuses every line with a status that is no redirect, so that 410 is not in it.
 *
 * Lines are static, in the order of the rules, the newest stories first: a host that reads only so many lines leaves out
 * what is oldest. A path stands in it as the editor wrote it, with its last slash or without; the page that stands there
 * for hosts without rules answers for the other spelling.
 * @see https://developers.cloudflare.com/pages/configuration/redirects/
 * @see https://docs.gitlab.com/user/project/pages/redirects/
 */
export function redirectsFile({ moved }: HostRules): string {
  return lines(moved.map(({ from, to }) => `${encoded(from)} ${encoded(to)} 301`));
}

/**
 * The same for Netlify alone, which serves the page that stands at an old address rather than follow a rule, unless the
 * status has an exclamation mark; and which knows 410. To be copied over `_redirects` before it is uploaded there.
 * @see https://docs.netlify.com/manage/routing/redirects/rewrites-proxies/
 */
export function netlifyRedirectsFile({ moved, gone }: HostRules): string {
  return lines([
    ...moved.map(({ from, to }) => `${encoded(from)} ${encoded(to)} 301!`),
    ...gone.map(({ from, notice }) => `${encoded(from)} ${encoded(pageFileOf(notice))} 410!`),
  ]);
}

function lines(rules: readonly string[]): string {
  return rules.map((rule) => `${rule}\n`).join('');
}
