import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { writeAtomically } from '#src/disk/write-atomically.ts';
import { isoInstant } from '#src/i18n/format.ts';
import { chooseStories, minimumOf, sinceLast, type Choice, type Chosen } from '#src/newsletter/choose-stories.ts';
import { composeMail } from '#src/newsletter/compose-mail.ts';
import { draftIssue } from '#src/newsletter/draft-issue.ts';
import { assembleText } from '#src/newsroom/assemble.ts';
import type { Issue } from '#src/newsroom/newsroom.ts';
import { UsageError } from '#src/publish/usage-error.ts';
import { suggest } from '#src/schemas/explain.ts';
import type { Locale } from '#src/schemas/locale.ts';
import { NEWSLETTER_KINDS, type NewsletterKind } from '#src/schemas/newsletter.ts';
import { parseSite } from '#src/site.ts';
import { contentFile, type ContentFields } from '#src/writing/content-file.ts';
import { instantOption, editionOption, nowOption, runCommand, textOption } from '../shared/command-line.ts';
import { CONTENT_OPTION, contentRootOption } from '../shared/content-root.ts';
import { TerminalProgress } from '../shared/terminal-progress.ts';
import { describeIssue } from './describe-issue.ts';
import { mailNewsroom } from './ready-issue.ts';

const command = {
  call: 'npm run newsletter -- compose',
  summary:
    'Makes an issue of the newsletter from what has been published: a file for its editor, or finished.\n' +
    'Other parts of the work: npm run newsletter -- send --help, npm run newsletter -- list --help.',
  options: {
    edition: { value: '<daily|weekly|breaking>', help: 'which kind of issue' },
    lang: { value: '<en|es>', help: 'its language' },
    since: {
      value: '<last|instant>',
      help: 'take stories from this instant on (default: last, when the last issue of this kind was sent)',
    },
    article: { value: '<slug>', help: 'the story of a breaking issue (default: the newest lead)' },
    draft: { help: 'write a draft, which an editor reviews and switches on' },
    'dry-run': { help: 'write nothing, and say what would be sent' },
    out: { value: '<folder>', help: 'also write the mail here: HTML, text, and both as JSON' },
    content: CONTENT_OPTION,
    site: { value: '<url>', help: 'the site’s address, if it is not the configured one' },
    now: { value: '<instant>', help: 'the instant at which the issue is made (default: now)' },
  },
} as const;

await runCommand(command, async (values) => {
  const kind = kindOption(textOption(values, 'edition'));
  const lang = textOption(values, 'lang');
  if (lang === undefined) throw new UsageError('--lang is missing: the language of the issue');
  const locale = editionOption('lang', lang);
  const slug = textOption(values, 'article');
  if (slug !== undefined && kind !== 'breaking') throw new UsageError('--article is for --edition breaking');
  const now = nowOption(values);
  const contentRoot = contentRootOption(textOption(values, 'content'));
  const site = parseSite(textOption(values, 'site'));

  const progress = new TerminalProgress();
  progress.stage('Reading the newsroom');
  const { newsroom, edition, readBody, mistakes } = await mailNewsroom({ contentRoot, locale, now, site }).finally(() =>
    progress.end(),
  );
  for (const line of mistakes) console.error(`Left out because of a mistake: ${line}`);
  const all = { edition, issues: newsroom.newsletters, kind, now };
  const choice: Choice = { ...all, since: sinceOption(textOption(values, 'since') ?? 'last', all) };
  const chosen = slug === undefined ? chooseStories(choice) : chosenStory(choice, slug);
  const least = minimumOf(site, kind);
  if (chosen.articles.length < least) {
    console.log(tooFew(choice, chosen, least));
    return 0;
  }
  const isDraft = values.draft === true;
  const fields = draftIssue(choice, chosen, { date: now, isDraft });
  const stem = freeStem(contentRoot, locale, kind, now);
  const file = fileOf(locale, stem);
  const issue: Issue = assembleText(fields, {
    id: file.slice('newsletters/'.length, -'.md'.length),
    locale,
    stem,
    file,
    digest: '',
    bodyDigest: '',
  });
  const composed = composeMail(edition, issue, (text) => (text.file === file ? '' : readBody(text)));
  if (!composed) throw new Error(`${file} would name no story that readers can see`);
  console.log(describeIssue(edition, issue, composed, chosen));
  if (values['dry-run']) return 0;
  const written: ContentFields = {
    ...fields,
    draft: isDraft ? true : undefined,
    events: fields.events.length > 0 ? fields.events : undefined,
  };
  mkdirSync(dirname(join(contentRoot, file)), { recursive: true });
  writeAtomically(join(contentRoot, file), contentFile('newsletters', written));
  console.log(`Written: ${join(contentRoot, file)}`);
  const out = textOption(values, 'out');
  if (out !== undefined) writeMail(out, stem, composed.mail);
  console.log(
    isDraft ? 'Review it, take out “draft: true”, publish the site, and then:' : 'Publish the site, and then:',
  );
  console.log(`npm run newsletter -- send ${stem} --lang ${locale}`);
  return 0;
});

function kindOption(text: string | undefined): NewsletterKind {
  const kind = NEWSLETTER_KINDS.find((candidate) => candidate === text);
  if (kind) return kind;
  throw new UsageError(`--edition${text === undefined ? '' : ` ${text}`}: expected ${NEWSLETTER_KINDS.join(', ')}`);
}

function sinceOption(text: string, choice: Omit<Choice, 'since'>): Date {
  return text === 'last' ? sinceLast(choice) : instantOption('since', text);
}

/** @throws UsageError if readers cannot see the story, or have got it */
function chosenStory({ edition, issues }: Choice, slug: string): Chosen {
  const article = edition.articles.find((candidate) => candidate.slug === slug);
  if (!article) {
    const meant = suggest(
      slug,
      edition.articles.map((candidate) => candidate.slug),
    );
    throw new UsageError(`--article ${slug}: readers can see no such story${meant ? ` — did you mean ${meant}?` : ''}`);
  }
  if (!article.newsletter) throw new UsageError(`--article ${slug}: ${article.file} keeps it out (newsletter: false)`);
  const sent = issues.find(
    (issue) => issue.locale === edition.locale && issue.kind !== 'weekly' && issue.articles.includes(slug),
  );
  if (sent) throw new UsageError(`--article ${slug}: ${sent.file} has told it`);
  return { articles: [article], events: [], leftOut: [] };
}

function tooFew({ edition, kind, since }: Choice, { articles, leftOut }: Chosen, least: number): string {
  const others = leftOut.length > 0 ? ` (${leftOut.length} more: sent before, or kept out)` : '';
  return (
    `Nothing to send: ${articles.length} new ${articles.length === 1 ? 'story' : 'stories'} since ${isoInstant(since)}${others}; ` +
    `a ${kind} issue in ${edition.locale} needs ${least} (newsletter.minimum in src/site.config.ts).`
  );
}

function fileOf(locale: Locale, stem: string): string {
  return `newsletters/${locale}/${stem.slice(0, 4)}/${stem}.md`;
}

/** `2026-11-30-daily`; a second one of the day gets a number. */
function freeStem(contentRoot: string, locale: Locale, kind: NewsletterKind, now: Date): string {
  const stem = `${isoInstant(now).slice(0, 10)}-${kind}`;
  const isTaken = (name: string) => existsSync(join(contentRoot, fileOf(locale, name)));
  if (!isTaken(stem)) return stem;
  let number = 2;
  while (isTaken(`${stem}-${number}`)) number += 1;
  return `${stem}-${number}`;
}

function writeMail(out: string, stem: string, mail: { html: string; text: string }): void {
  mkdirSync(out, { recursive: true });
  writeAtomically(join(out, `${stem}.html`), mail.html);
  writeAtomically(join(out, `${stem}.txt`), mail.text);
  writeAtomically(join(out, `${stem}.json`), `${JSON.stringify(mail, undefined, 2)}\n`);
  console.log(`Written: ${join(out, stem)}.html, .txt, .json`);
}
