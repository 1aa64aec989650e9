import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isoInstant } from '#src/i18n/format.ts';
import { readBody } from '#src/reading/read-collection.ts';
import { markdownFile } from '../markdown-file.ts';
import { ADDED_STEM, publishedStory } from '../published-stories.ts';
import type { Scenario } from '../scenario.ts';

/** A story is published: it leads every list it belongs to, and lists grow. */
export const newStory: Scenario = {
  name: 'new',
  title: 'One new story',
  leaves: 'each run adds a story; they stay',
  addsStory: true,
  change({ contentRoot, now }, run) {
    // It is about what the newest story is about, so that it goes into lists that exist.
    const model = publishedStory(contentRoot, now, 'newest', 0);
    const folder = model.file.slice(0, model.file.lastIndexOf('/'));
    const file = `${folder}/${ADDED_STEM}${run + 1}.md`;
    if (existsSync(join(contentRoot, file))) throw new Error(`${file} is there already: is this a new newsroom?`);
    const { authors, categories, tags, places, dateline } = model;
    const fields = {
      title: `Benchmark story ${run + 1}`,
      description: `The story that run ${run + 1} of the benchmark adds.`,
      pubDate: isoInstant(now),
      authors,
      categories,
      tags,
      places,
      dateline,
    };
    writeFileSync(join(contentRoot, file), markdownFile(fields, readBody(contentRoot, model.file)));
    return { stories: [file], sources: [] };
  },
};
