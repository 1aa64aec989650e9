import { decodeHTML } from 'entities/decode';
import { belowPath } from '#src/hosting/below-path.ts';
import { RULE_FILES } from '#src/hosting/host-files.ts';
import { quotedPath } from '#src/hosting/host-rules.ts';
import { redirectPage } from '#src/hosting/redirect-page.ts';
import { typeset } from '#src/i18n/format.ts';
import { addressKey, type Redirect } from '#src/newsroom/redirects.ts';
import { pathBelowHost } from '#src/urls.ts';
import { articlesAmong, fileAt } from './addresses.ts';
import type { SiteUnderCheck } from './check-links.ts';
import type { ExpectedSite, WithheldArticle } from './expected-site.ts';
import type { Findings } from './findings.ts';

const AGAIN = 'deploy again; the article may have changed during the build';
const FIX_PAGE = 'do not publish; build again, and if it is still there, fix the template of that page';

/** Shorter texts are words of other things too. */
const SHORTEST_REVEALING_TEXT = 12;

/**
 * Checks what the site has at articles' addresses instead of an article: the tombstones of withdrawn articles, and the
 * redirect pages at addresses that an article has left. And that the rules for hosts name nothing that is withheld.
 * @param fresh the files that are new or different since the last release
 */
export function checkReplacements(
  site: SiteUnderCheck,
  expected: ExpectedSite,
  fresh: readonly string[],
  findings: Findings,
): void {
  const { withheld } = expected;
  const tombstones = new Set(articlesAmong(site.files, 'tombstone'));
  for (const [address, { tombstone }] of withheld) {
    if (tombstones.has(address) || tombstone === undefined || site.has(fileAt(address))) continue;
    findings.add({ file: fileAt(address), reason: 'is missing: the tombstone of a withdrawn article', remedy: AGAIN });
  }
  for (const address of tombstones) {
    const file = fileAt(address);
    const article = withheld.get(address);
    if (article?.tombstone === undefined) {
      const reason = 'is a tombstone, but the newsroom has no withdrawn article at this address';
      findings.add({ file, reason, remedy: AGAIN, isLeak: true });
      continue;
    }
    const reason = 'is part of a withdrawn article and must not be in its tombstone';
    for (const value of revealedBy(article, site.read(file)))
      findings.add({ file, value, reason, remedy: FIX_PAGE, isLeak: true });
  }
  const redirects = new Map(expected.redirects.map((redirect) => [addressKey(redirect.from), redirect]));
  const isFresh = new Set(fresh);
  for (const address of articlesAmong(site.files, 'redirect')) {
    const file = fileAt(address);
    if (!isFresh.has(file) && !withheld.has(address)) continue;
    const redirect = redirects.get(addressKey(address));
    if (redirect && site.read(file) === placedRedirectPage(file, redirect, site.origin)) continue;
    findings.add({ file, reason: 'is a redirect that no alias in the newsroom asks for', remedy: AGAIN, isLeak: true });
  }
  checkRules(site, expected, redirects, findings);
}

/** The page as the build writes it. */
function placedRedirectPage(file: string, redirect: Redirect, site: string): string {
  return Buffer.from(belowPath(file, Buffer.from(redirectPage(redirect, site)), pathBelowHost(site))).toString('utf8');
}

/** The words of a withdrawn article that are in its tombstone, unless its editors wrote them there themselves. */
function revealedBy({ title, standfirst, tombstone = '' }: WithheldArticle, html: string): string[] {
  const text = decodeHTML(html).replaceAll(typeset(tombstone), '');
  return [title, standfirst].filter(
    (words) => words.length >= SHORTEST_REVEALING_TEXT && text.includes(typeset(words)),
  );
}

/** The rules may name a withheld article's address only if it has a tombstone, or if another article took its place. */
function checkRules(
  site: SiteUnderCheck,
  { withheld }: ExpectedSite,
  redirects: ReadonlyMap<string, Redirect>,
  findings: Findings,
): void {
  const below = pathBelowHost(site.origin);
  const secret = [...withheld].filter(
    ([address, { tombstone }]) => tombstone === undefined && !redirects.has(addressKey(address)),
  );
  for (const file of Object.keys(RULE_FILES).filter(site.has)) {
    const text = site.read(file);
    for (const [value, { reason }] of secret) {
      // The whole path: that of an English article may be the end of an old Spanish one's.
      const path = addressKey(value).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
      if (new RegExp(String.raw`(?<=[\s"'^]|^)(?:${quotedPath(below)})?${path}(?:/|"|\?|\s|\$|$)`, 'm').test(text))
        findings.add({ file, value, reason: `names a withheld article (${reason})`, remedy: FIX_PAGE, isLeak: true });
    }
  }
}
