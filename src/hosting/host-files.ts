import { shortDigest } from '#src/keys/digest.ts';
import { textNumber } from '#src/keys/text-number.ts';
import type { Edition } from '#src/newsroom/edition.ts';
import type { Redirect } from '#src/newsroom/redirects.ts';
import { apacheRedirects } from './apache-redirects.ts';
import { apacheHeaders, headersFile, nginxHeaders, nginxTypes, vercelFile } from './header-files.ts';
import { hostRules, redirectsIn, type HostRules } from './host-rules.ts';
import { nginxRedirects } from './nginx-redirects.ts';
import { redirectPage, redirectPageFile } from './redirect-page.ts';
import { netlifyRedirectsFile, redirectsFile } from './redirects-file.ts';
import { siteHeaders } from './site-headers.ts';

const headersOf = ({ below, form }: HostRules) => siteHeaders(below, form);

/** The files with rules for hosts: path in the site → function that makes the text. */
export const RULE_FILES: Readonly<Record<string, (rules: HostRules) => string>> = {
  _headers: (rules) => headersFile(headersOf(rules)),
  _redirects: redirectsFile,
  '.htaccess': (rules) => `${apacheHeaders(headersOf(rules))}${apacheRedirects(rules)}`,
  'vercel.json': (rules) => vercelFile(headersOf(rules)),
  'hosting/netlify-redirects': netlifyRedirectsFile,
  'hosting/nginx-headers.conf': (rules) => nginxHeaders(headersOf(rules)),
  'hosting/nginx-redirects.conf': (rules) => `${nginxRedirects(rules)}${nginxTypes(headersOf(rules))}`,
};

/** A file for hosts, or a redirect page. */
export interface HostFile {
  file: string;
  /** What its text is made from; see {@link hostFileText}. */
  sources: HostFileSources;
}

export type HostFileSources =
  { kind: 'rules'; file: string; rules: HostRules } | { kind: 'page'; origin: string; redirect: Redirect };

/** Files that share a cache key: an imported archive has an old address for every article. */
export interface HostFileGroup {
  name: string;
  key: string;
  count: number;
  files: () => readonly HostFile[];
}

const PAGE_GROUPS = 512;

/** All files with rules for hosts, and the redirect pages for hosts that read no rules. */
export function hostFileGroups(editions: readonly Edition[]): HostFileGroup[] {
  const [first] = editions;
  if (!first) return [];
  const origin = first.site.url;
  const rules = hostRules(editions);
  const groups = new Map<number, Redirect[]>();
  for (const redirect of redirectsIn(editions)) {
    if (redirectPageFile(redirect) === undefined) continue;
    const number = textNumber(redirect.from) % PAGE_GROUPS;
    const group = groups.get(number);
    if (group) group.push(redirect);
    else groups.set(number, [redirect]);
  }
  const files = Object.keys(RULE_FILES);
  return [
    {
      name: 'rules',
      key: shortDigest(JSON.stringify(rules)),
      count: files.length,
      files: () => files.map((file) => ({ file, sources: { kind: 'rules', file, rules } })),
    },
    ...[...groups].map(([number, redirects]) => ({
      name: `old addresses ${number}`,
      key: shortDigest(`${origin}\n${JSON.stringify(redirects)}`),
      count: redirects.length,
      files: () =>
        redirects.flatMap((redirect): HostFile[] => {
          const file = redirectPageFile(redirect);
          return file === undefined ? [] : [{ file, sources: { kind: 'page', origin, redirect } }];
        }),
    })),
  ];
}

/** A file's text. */
export function hostFileText(sources: HostFileSources): { text: string } {
  if (sources.kind === 'page') return { text: redirectPage(sources.redirect, sources.origin) };
  return { text: RULE_FILES[sources.file]?.(sources.rules) ?? '' };
}
