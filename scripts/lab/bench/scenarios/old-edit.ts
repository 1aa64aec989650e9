import { withNewHeadline } from '../edit-story.ts';
import { publishedStory } from '../published-stories.ts';
import type { Scenario } from '../scenario.ts';

/** One of the oldest stories is edited: a build that only looks at recent files would miss it. */
export const oldEdit: Scenario = {
  name: 'old-edit',
  title: 'One of the oldest stories edited',
  leaves: 'each run edits another of the oldest stories; the edits stay',
  change({ contentRoot, now }, run) {
    const story = publishedStory(contentRoot, now, 'oldest', run);
    withNewHeadline(contentRoot, story, `revision ${run + 1}`);
    return { stories: [story.file], sources: [] };
  },
};
