import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import { readNewsroom } from '#src/reading/read-newsroom.ts';
import type { ArticleInput } from '../factories.ts';
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
  const write = (path: string, data: string | Buffer) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), data);
  };
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
  return { content, fields };
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
    translationKey: number % 3 === 2 ? pairKey(Math.floor(number / 3)) : `${CANARY}-${number}`,
    corrections: [{ date: after(-60), kind: 'correction', text: text('Correction') }],
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
