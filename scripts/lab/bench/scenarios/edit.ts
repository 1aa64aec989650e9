import { withNewHeadline } from '../edit-story.ts';
import { publishedStory } from '../published-stories.ts';
import type { Scenario } from '../scenario.ts';

/** A recent story’s headline is changed: it stands on the front, in lists, and under other stories. */
export const edit: Scenario = {
  name: 'edit',
  title: 'One headline edited',
  leaves: 'each run edits another of the newest stories; the edits stay',
  change({ contentRoot, now }, run) {
    const story = publishedStory(contentRoot, now, 'newest', run);
    withNewHeadline(contentRoot, story, `update ${run + 1}`);
    return { stories: [story.file], sources: [] };
  },
};
