import { decodeHTML } from 'entities/decode';
import { redirectPage } from '#src/hosting/redirect-page.ts';
import { RULE_FILES } from '#src/hosting/host-files.ts';
import { typeset } from '#src/i18n/format.ts';
import { addressKey, type Redirect } from '#src/newsroom/redirects.ts';
import { fileAt, storiesAmong } from './addresses.ts';
import type { SiteUnderCheck } from './check-links.ts';
import type { Outlook, WithheldStory } from './outlook.ts';

/** Tells of a mistake. @param isLeak whether readers could see what they must not */
type AddError = (file: string, value: string | undefined, reason: string, remedy: string, isLeak?: boolean) => void;

const MEND = 'do not publish; build again, and where it is there again, mend the page that is made for it';

/** Shorter titles are words of other things too. */
const SHORTEST_TELLING_TEXT = 12;

/**
 * Checks what stands at stories' addresses in place of a story: the notices of withdrawn stories, and the pages that lead on
 * from an address that a story has left. And that the rules for hosts name nothing that is withheld.
 * @param fresh the files that the last release did not have like this
 */
export function checkStandIns(site: SiteUnderCheck, outlook: Outlook, fresh: readonly string[], error: AddError): void {
  const notices = new Set(storiesAmong(site.files, 'notice'));
  for (const [address, { notice }] of outlook.withheld) {
    if (notices.has(address) || notice === undefined || site.has(fileAt(address))) continue;
    const remedy = 'deploy again: was it just withdrawn?';
    error(fileAt(address), undefined, 'is missing: the notice of a withdrawn story', remedy);
  }
  for (const address of notices) {
    const story = outlook.withheld.get(address);
    const file = fileAt(address);
    if (story?.notice === undefined) {
      error(
        file,
        undefined,
        'is the notice of no withdrawn story in the newsroom',
        'deploy again: was it just changed?',
        true,
      );
    } else {
      for (const words of wordsOf(story, site.read(file)))
        error(file, words, 'is of a story that is withdrawn, and stands in its notice', MEND, true);
    }
  }
  const redirects = new Map(outlook.redirects.map((redirect) => [addressKey(redirect.from), redirect]));
  const isFresh = new Set(fresh);
  for (const address of storiesAmong(site.files, 'redirect')) {
    const file = fileAt(address);
    if (!isFresh.has(file) && !outlook.withheld.has(address)) continue;
    const redirect = redirects.get(addressKey(address));
    if (redirect && site.read(file) === redirectPage(redirect, site.origin)) continue;
    error(
      file,
      undefined,
      'leads on from an address that no alias names like this',
      'deploy again: was it just changed?',
      true,
    );
  }
  checkRules(site, outlook, redirects, error);
}

/** The words of a withdrawn story that stand in its notice, where its editors did not write them there themselves. */
function wordsOf({ title, standfirst, notice = '' }: WithheldStory, html: string): string[] {
  const text = decodeHTML(html).replaceAll(typeset(notice), '');
  return [title, standfirst].filter((words) => words.length >= SHORTEST_TELLING_TEXT && text.includes(typeset(words)));
}

/** The rules may name a withheld story's address where it is gone for good, or where another took its place. */
function checkRules(
  site: SiteUnderCheck,
  { withheld }: Outlook,
  redirects: ReadonlyMap<string, Redirect>,
  error: AddError,
): void {
  const secret = [...withheld].filter(
    ([address, { notice }]) => notice === undefined && !redirects.has(addressKey(address)),
  );
  for (const file of Object.keys(RULE_FILES).filter(site.has)) {
    const text = site.read(file);
    for (const [address, { reason }] of secret) {
      // As a whole: the path of an English story may be the end of an old Spanish one's.
      const path = addressKey(address).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
      if (new RegExp(String.raw`(?<=[\s"'^]|^)${path}(?:/|"|\?|\s|\$|$)`, 'm').test(text))
        error(file, address, `is of a story that is ${reason}`, MEND, true);
    }
  }
}
