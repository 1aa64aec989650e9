import { isTaken, takesPerReading } from './choose-stories.ts';
import { mapStory, type Remarks } from './map-story.ts';
import { readWire } from './read-wire.ts';
import type { StoryDraft } from './story-draft.ts';
import type { WireSurvey } from './survey-wire.ts';

/**
 * The stories of a surveyed file as drafts, in the file's order: a sample where fewer are wanted than there are, the
 * file again from its beginning where more are. Only one story is held at a time.
 * @param onMapped told what became of each
 */
export async function* wireStories(
  file: string,
  survey: WireSurvey,
  count: number,
  seed: string,
  onMapped: (remarks: Remarks) => void,
): AsyncGenerator<StoryDraft> {
  for (const take of takesPerReading(survey.storyCount, count)) {
    let index = 0;
    for await (const line of readWire(file)) {
      // The survey has refused a file with bad lines: one now means that the file is being written to.
      if (!line.ok) throw new Error(`${file} changed while it was read`);
      if (isTaken(index, take, survey.storyCount)) {
        const { draft, remarks } = mapStory(line.story, survey.datelinePlaces, seed);
        onMapped(remarks);
        yield draft;
      }
      index += 1;
    }
  }
}
