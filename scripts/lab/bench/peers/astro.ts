import { join } from 'node:path';
import { packageProgram } from '../package-program.ts';
import { linkPackages } from '../../project-copy.ts';
import type { Peer } from './peer.ts';
import { storyAddresses, storyFields, writeSite, writeStory, type StoryFormat } from './story-files.ts';

const TEMPLATES = join(import.meta.dirname, 'astro');

/** A content collection of Markdown files, read by Astro's own loader. */
export const astroFormat: StoryFormat = (story, edition, body) => ({
  file: `stories/${story.locale}/${story.slug}.md`,
  fields: { ...storyFields(story), ...storyAddresses(story, edition) },
  body,
});

export const astro: Peer = {
  name: 'astro',
  title: 'Astro, as its documentation shows it',
  prepare({ folder, project, content }) {
    const { path, version } = packageProgram(project, 'astro', 'astro');
    writeSite(TEMPLATES, folder, 'src/names.json', content, astroFormat);
    linkPackages(project, folder);
    return Promise.resolve({
      title: `Astro ${version} with its own collections`,
      build: { file: process.execPath, options: [path, 'build', '--silent'], cwd: folder },
      out: join(folder, 'dist'),
      write: (story) => writeStory(folder, content, story, astroFormat),
    });
  },
};
