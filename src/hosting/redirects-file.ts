import { encodedPath, pageFileOf, type HostRules } from './host-rules.ts';

/**
 * The `_redirects` file that Cloudflare Pages, GitLab Pages and Netlify read: `from to status`, a line each, in the form that all
 * of them accept. Cloudflare refuses every status that is not a redirect, so there are no lines for 410.
 *
 * Lines are static, for the newest articles first: a host that reads only so many leaves out the oldest. A path is as the editor
 * wrote it, with its last slash or without; the redirect page answers for the other form.
 * @see https://developers.cloudflare.com/pages/configuration/redirects/
 * @see https://docs.gitlab.com/user/project/pages/redirects/
 */
export function redirectsFile({ redirects }: HostRules): string {
  return lines(redirects.map(({ from, to }) => `${encodedPath(from)} ${encodedPath(to)} 301`));
}

/**
 * The same for Netlify alone, which accepts 410, and which serves a redirect page instead of following the rule unless the
 * status has an exclamation mark. To be copied over `_redirects` before the upload.
 * @see https://docs.netlify.com/manage/routing/redirects/rewrites-proxies/
 */
export function netlifyRedirectsFile({ redirects, gone }: HostRules): string {
  return lines([
    ...redirects.map(({ from, to }) => `${encodedPath(from)} ${encodedPath(to)} 301!`),
    ...gone.map(({ from, notice }) => `${encodedPath(from)} ${encodedPath(pageFileOf(notice))} 410!`),
  ]);
}

function lines(rules: readonly string[]): string {
  return rules.map((rule) => `${rule}\n`).join('');
}
