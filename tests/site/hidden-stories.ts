import { cpSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import { readNewsroom } from '#src/reading/read-newsroom.ts';
import type { z } from 'zod';
import type { newsletterSchema } from '#src/schemas/newsletter.ts';
import type { noticeSchema } from '#src/schemas/notice.ts';
import type { ArticleInput, EventInput } from '../factories.ts';
import { writeFiles } from '../temporary-folder.ts';
import { NOW, PROJECT } from './build-sites.ts';
import { isOut } from './expected-stories.ts';

/** Stands in every field, file name and camera note of the hidden stories, and nowhere else; no stem of a word cuts it. */
export const CANARY = 'kwijibo';

/** Why a story is hidden: what is said of it in its front matter. */
const HIDDEN_BY: readonly ((after: (seconds: number) => string) => Partial<ArticleInput>)[] = [
  (after) => ({ pubDate: after(1) }),
  (after) => ({ pubDate: after(60 * 60 * 24 * 200) }),
  (after) => ({ pubDate: after(-60 * 60), draft: true }),
  (after) => ({ pubDate: after(60 * 60), draft: true }),
  (after) => ({ pubDate: after(-60 * 60 * 24 * 30), expiryDate: after(0) }),
  (after) => ({ pubDate: after(-60 * 60 * 24 * 700), expiryDate: after(-1) }),
];

type IssueInput = z.input<typeof newsletterSchema>;
type NoticeInput = z.input<typeof noticeSchema>;

/** A newsroom with stories that nobody may see yet, or any more. */
export interface HidingPlace {
  /** From the project's folder. */
  content: string;
  /** The fields that at least one hidden story has. */
  fields: ReadonlySet<string>;
}

/**
 * Copies the sample newsroom and hides stories in it: in both languages, translations of stories that are out, leading the front
 * page, under topics, authors and places of their own and of the sample's, with pictures of their own.
 * @param name of the copy's folder
 */
export async function hideStories(name: string, count: number): Promise<HidingPlace> {
  const content = join('tests', 'output', name);
  const root = join(PROJECT, content);
  rmSync(root, { recursive: true, force: true });
  cpSync(join(PROJECT, 'src/content'), root, { recursive: true });
  const write = (path: string, data: string | Buffer) => writeFiles(root, { [path]: data });
  const both = (what: string) => ({ en: `${what} ${CANARY}`, es: `${what} ${CANARY}` });
  // JSON is YAML (YAML 1.2.2, section 1.3).
  write(
    `authors/${CANARY}.yaml`,
    JSON.stringify({ name: both('Author'), role: both('Role'), biography: both('Life') }),
  );
  write(`tags/${CANARY}.yaml`, JSON.stringify({ title: both('Topic') }));
  const place = { name: both('Place'), state: CANARY, latitude: 20.5, longitude: -87.2, aliases: [CANARY] };
  write(`places/${CANARY}.yaml`, JSON.stringify(place));
  write(`pictures/${CANARY}.jpg`, await pictureWithNotes());

  for (const [number, file] of unpairedStories(root).entries()) {
    const text = readFileSync(join(root, file), 'utf8');
    write(file, text.replace('---\n', `---\ntranslationKey: ${pairKey(number)}\n`));
  }

  const fields = new Set<string>();
  for (let number = 0; number < count; number += 1) {
    const locale = number % 3 === 2 ? 'es' : 'en';
    const story = hiddenStory(number);
    for (const field of Object.keys(story)) fields.add(field);
    const path = `articles/${locale}/2026/hidden-${CANARY}-${number}`;
    const beside = `${CANARY}-${number}.jpg`;
    if (number % 10 === 0) write(`${dirname(path)}/${beside}`, await pictureWithNotes());
    const picture = number % 10 === 0 ? `./${beside}` : `/pictures/${CANARY}.jpg`;
    const body = `${CANARY} text.\n\n## ${CANARY}\n\n![${CANARY}](${picture} "${CANARY}")\n\n[${CANARY}](https://${CANARY}.example/)\n`;
    write(`${path}.md`, `---\n${JSON.stringify(story)}\n---\n${body}`);
  }
  write(`event-kinds/${CANARY}.yaml`, JSON.stringify({ title: both('Kind') }));
  for (const [number, state] of hiddenEventStates().entries())
    for (const locale of ['en', 'es'])
      write(
        `events/${locale}/2026/hidden-${CANARY}-event-${number}.md`,
        `---\n${JSON.stringify({ ...hiddenEvent(number), ...state, aliases: [`/2020/${CANARY}-event-${locale}-${number}/`] })}\n---\n${CANARY} text.\n`,
      );
  for (const [number, state] of hiddenNoticeStates().entries()) {
    const source = { title: CANARY, url: `https://${CANARY}.example/` };
    const notice = { text: both('Notice'), level: 'urgent', kind: 'port', source, ...state };
    write(`notices/${CANARY}-${number}.yaml`, JSON.stringify(notice));
  }
  for (const [number, state] of hiddenIssueStates().entries())
    for (const locale of ['en', 'es'])
      write(
        `newsletters/${locale}/2026/${CANARY}-${number}.md`,
        `---\n${JSON.stringify({ ...hiddenIssue(), ...state })}\n---\n${CANARY} introduction.\n`,
      );
  // What an import remembers of its drafts.
  write('events/.imported.json', JSON.stringify({ format: 1, events: {}, note: CANARY }));
  return { content, fields };
}

/** Why a notice is hidden: it is over, still to come, or a draft. */
function hiddenNoticeStates(): Partial<NoticeInput>[] {
  const after = (seconds: number) => new Date(Date.parse(NOW) + seconds * 1000).toISOString();
  return [
    { since: after(-60 * 60 * 24), until: after(0) },
    { since: after(1), until: after(60 * 60) },
    { since: after(-60), until: after(60 * 60), draft: true },
  ];
}

/** Why an event is hidden; whole, because the next minute must not show it. */
function hiddenEventStates(): Partial<EventInput>[] {
  const after = (seconds: number) => new Date(Date.parse(NOW) + seconds * 1000).toISOString();
  return [
    { draft: true },
    { pubDate: after(1) },
    { pubDate: after(60 * 60 * 24 * 200) },
    { pubDate: after(-60), draft: true },
  ];
}

/** Why an issue of the newsletter is hidden. */
function hiddenIssueStates(): Partial<IssueInput>[] {
  const after = (seconds: number) => new Date(Date.parse(NOW) + seconds * 1000).toISOString();
  return [{ date: after(1) }, { date: after(-60), draft: true }];
}

function hiddenIssue(): IssueInput {
  const articles = [`${CANARY}-slug-0`, 'sargassum-why-it-comes-and-what-barriers-do'];
  return { subject: `Subject ${CANARY}`, preheader: `Beside ${CANARY}`, kind: 'weekly', date: NOW, articles };
}

function hiddenEvent(number: number): EventInput {
  const text = (what: string) => `${what} ${CANARY} ${number}`;
  return {
    title: text('Event'),
    description: text('What happens'),
    start: '2026-11-25T20:00',
    duration: '2h',
    repeats: { every: 'day', count: 9, cancelled: [{ date: '2026-11-26', reason: text('Reason') }] },
    place: number % 2 === 0 ? CANARY : 'tulum',
    venue: { name: text('Hall'), address: text('Street') },
    organiser: { name: text('Organiser'), url: `https://${CANARY}.example/` },
    kinds: ['music', CANARY],
    featured: true,
    changes: [{ date: '2026-11-20', text: text('Change') }],
    translationKey: `${CANARY}-event-${number}`,
  };
}

/** What pairs a published English story with the hidden Spanish one that says to be its translation. */
function pairKey(number: number): string {
  return `${CANARY}-pair-${number}`;
}

/** English stories of a newsroom without a translation, at most as many as there are hidden ones to pair with. */
function unpairedStories(root: string): string[] {
  const { articles } = readNewsroom(root).newsroom;
  const unpaired = articles.filter((article) => article.locale === 'en' && !article.translationKey && isOut(article));
  return unpaired.slice(0, 20).map(({ file }) => file);
}

function hiddenStory(number: number): ArticleInput {
  const after = (seconds: number) => new Date(Date.parse(NOW) + seconds * 1000).toISOString();
  const text = (what: string) => `${what} ${CANARY} ${number}`;
  const url = `https://${CANARY}.example/`;
  return {
    title: text('Headline'),
    description: text('Standfirst'),
    pubDate: after(0),
    ...HIDDEN_BY[number % HIDDEN_BY.length]?.(after),
    updatedDate: after(60 * 60 * 24 * 365),
    authors: number % 2 === 0 ? [CANARY] : [CANARY, 'ximena-coral'],
    categories: ['environment', 'travel'],
    tags: ['reef', CANARY, `${CANARY}-${number}`],
    dateline: CANARY,
    places: ['akumal', CANARY],
    picture: {
      src: `/pictures/${CANARY}.jpg`,
      alt: text('Alt'),
      caption: text('Caption'),
      credit: text('Credit'),
    },
    ...(number % 4 === 0 && { featured: 'lead' as const }),
    newsletter: number % 2 === 0,
    translationKey: number % 3 === 2 ? pairKey(Math.floor(number / 3)) : `${CANARY}-${number}`,
    corrections: [{ date: after(-60), kind: 'correction', text: text('Correction') }],
    genre: 'opinion',
    sponsor: { name: text('Sponsor'), url },
    slug: `${CANARY}-slug-${number}`,
    aliases: [`/2020/${CANARY}-${number}/`],
    sources: [{ title: text('Source'), url }],
  };
}

/** What a camera and its owner's program write into a picture. */
async function pictureWithNotes(): Promise<Buffer> {
  const notes = { IFD0: { Artist: CANARY, Copyright: CANARY, ImageDescription: CANARY } };
  return sharp({ create: { width: 1600, height: 900, channels: 3, background: '#2f6f73' } })
    .withExif(notes)
    .jpeg()
    .toBuffer();
}
