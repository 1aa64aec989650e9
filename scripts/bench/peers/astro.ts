import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { linkPackages } from '../project-copy.ts';
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
    const program = join(project, 'node_modules', 'astro');
    const { version } = z
      .object({ version: z.string() })
      .parse(JSON.parse(readFileSync(join(program, 'package.json'), 'utf8')));
    writeSite(TEMPLATES, folder, 'src/names.json', content, astroFormat);
    linkPackages(project, folder);
    return Promise.resolve({
      title: `Astro ${version} with its own collections`,
      build: {
        file: process.execPath,
        options: [join(program, 'bin', 'astro.mjs'), 'build', '--silent'],
        cwd: folder,
      },
      out: join(folder, 'dist'),
      write: (story) => writeStory(folder, content, story, astroFormat),
    });
  },
};
