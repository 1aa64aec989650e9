/**
 * Says which issues of the newsletter are due, for a workflow that starts each hour: `node scripts/newsletter/due.ts` prints
 * `issues=en/daily es/weekly`, for the file in which GitHub Actions keeps a step's outputs; with `--plain`, the issues alone. What
 * somebody asks for by hand (EDITION, EDITION_LANG) is due.
 *
 * It runs on Node 24 alone: nothing is installed yet, and mostly need not be.
 */
import { existsSync } from 'node:fs';
import { siteConfig } from '#src/site.config.ts';
import { dueIssues } from './due-issues.ts';

const { EDITION, EDITION_LANG, NEWSLETTER_TO } = process.env;
const { newsletter } = siteConfig;

const isMade = (lang: string, name: string) =>
  existsSync(`src/content/newsletters/${lang}/${name.slice(0, 4)}/${name}.md`);

function issues() {
  if (EDITION) return [{ lang: EDITION_LANG ?? 'en', edition: EDITION }];
  if (!newsletter) return [];
  if (!newsletter.provider && !NEWSLETTER_TO) {
    console.error('The newsletter is not sent yet: set “newsletter.provider”, or the variable NEWSLETTER_TO.');
    return [];
  }
  return dueIssues(siteConfig, new Date(), isMade);
}

const names = issues().map(({ lang, edition }) => `${lang}/${edition}`);
console.log(`${process.argv.includes('--plain') ? '' : 'issues='}${names.join(' ')}`);
