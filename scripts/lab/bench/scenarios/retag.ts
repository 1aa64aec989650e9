import { join } from 'node:path';
import { listFiles } from '#src/reading/list-files.ts';
import { editStory, withField } from '../edit-story.ts';
import { publishedStory } from '../published-stories.ts';
import type { Scenario } from '../scenario.ts';

/** A story moves from one topic to another: two lists and the related stories of many pages change. */
export const retag: Scenario = {
  name: 'retag',
  title: 'One story retagged',
  leaves: 'each run changes a topic of another of the newest stories; the changes stay',
  change({ contentRoot, now }, run) {
    const story = publishedStory(contentRoot, now, 'newest', run);
    const known = listFiles(join(contentRoot, 'tags')).map((file) => file.replace(/\.yaml$/, ''));
    const others = known.filter((tag) => !story.tags.includes(tag));
    const added = others[run % others.length];
    if (added === undefined) throw new Error(`${story.file} has every tag there is: nothing can be retagged`);
    const tags = [added, ...story.tags.slice(1)];
    editStory(contentRoot, story.file, (text) => withField(text, 'tags', tags));
    return { stories: [story.file], sources: [] };
  },
};
