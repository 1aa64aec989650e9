import { isoInstant } from '#src/i18n/format.ts';
import { compareText } from '#src/schemas/problem.ts';
import { yamlText, type YamlValue } from '#src/writing/yaml-text.ts';
import { ContentFolder } from './content-folder.ts';
import { placeFields } from './gazetteer.ts';
import { Slugs } from './slugs.ts';
import { standingFiles } from './standing-files.ts';
import type { FrontMatter, NamedTag, StoryDraft } from './story-draft.ts';
import { Tally } from './tally.ts';

/** A draft with its date. */
export type DatedStory = StoryDraft & { pubDate: Date };

/** What was written. */
export interface WrittenNewsroom {
  storyCount: number;
  storiesByLocale: Tally;
  storiesBySection: Tally;
  first: Date | undefined;
  last: Date | undefined;
  tagCount: number;
  placeCount: number;
}

/**
 * Writes a complete content root: the stories one by one as they come, then the tags and places they used, and the
 * sections, desks and pages that every made newsroom has.
 * @param out the content root; see {@link ContentFolder} for what becomes of what it holds
 * @param updated the date of the standing pages
 * @param onStory told the number of stories written so far
 */
export async function writeNewsroom(
  out: string,
  stories: AsyncIterable<DatedStory>,
  updated: Date,
  onStory: (count: number) => void,
): Promise<WrittenNewsroom> {
  const folder = new ContentFolder(out);
  const slugs = new Slugs();
  const tags = new Map<string, NamedTag>();
  const places = new Set<string>();
  const storiesByLocale = new Tally();
  const storiesBySection = new Tally();
  let storyCount = 0;
  let first: Date | undefined;
  let last: Date | undefined;

  for await (const story of stories) {
    const slug = slugs.claim(story.locale, story.title);
    folder.write(storyFile(story, slug), storyText(story, slug));
    for (const tag of story.tags) if (!tags.has(tag.id)) tags.set(tag.id, tag);
    for (const place of [...story.places, ...(story.dateline ? [story.dateline] : [])]) places.add(place);
    storiesByLocale.add(story.locale);
    storiesBySection.add(story.categories[0] ?? '');
    first ??= story.pubDate;
    last = story.pubDate;
    storyCount += 1;
    onStory(storyCount);
  }

  for (const { id, ...fields } of [...tags.values()].sort((a, b) => compareText(a.id, b.id))) {
    folder.write(`tags/${id}.yaml`, yaml(fields));
  }
  for (const id of [...places].sort(compareText)) {
    const fields = placeFields(id);
    if (!fields) throw new Error(`a story names the place “${id}”, which no table has`);
    folder.write(
      `places/${id}.yaml`,
      yaml({ ...fields, aliases: fields.aliases.length > 0 ? fields.aliases : undefined }),
    );
  }
  for (const { file, fields, body } of standingFiles(updated)) {
    folder.write(file, body === undefined ? yaml(fields) : markdownFile(fields, body));
  }
  return { storyCount, storiesByLocale, storiesBySection, first, last, tagCount: tags.size, placeCount: places.size };
}

/** `articles/en/2026/cocoa-review.md`, by the year of the site's clock. */
function storyFile({ locale, pubDate, fileName }: DatedStory, slug: string): string {
  return `articles/${locale}/${isoInstant(pubDate).slice(0, 4)}/${fileName ?? slug}.md`;
}

function storyText(story: DatedStory, slug: string): string {
  const fields: FrontMatter = {
    title: story.title,
    description: story.description,
    pubDate: story.pubDate,
    authors: [...story.authors],
    categories: [...story.categories],
    ...(story.tags.length > 0 && { tags: story.tags.map(({ id }) => id) }),
    ...(story.dateline && { dateline: story.dateline }),
    ...(story.places.length > 0 && { places: [...story.places] }),
    ...(story.fileName && { slug }),
    ...story.extras?.(story.pubDate),
  };
  return markdownFile(fields, story.body);
}

function markdownFile(fields: object, body: string): string {
  return `---\n${yaml(fields)}---\n\n${body}\n`;
}

function yaml(fields: object): string {
  return yamlText(fields as Readonly<Record<string, YamlValue>>, isoInstant);
}
