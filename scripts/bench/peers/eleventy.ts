import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { measure } from '../measure.ts';
import { linkPackages } from '../project-copy.ts';
import { PeerMissing, type Peer } from './peer.ts';
import { storyAddresses, storyFields, writeSite, writeStory, type StoryFormat } from './story-files.ts';

const TEMPLATES = join(import.meta.dirname, 'eleventy');
const VERSION = '3.1.8';

/** All stories in one folder a language, whose directory data gives them layout and address. */
export const eleventyFormat: StoryFormat = (story, edition, body) => ({
  file: `stories/${story.locale}/${story.slug}.md`,
  fields: { ...storyFields(story), ...storyAddresses(story, edition) },
  body,
});

export const eleventy: Peer = {
  name: 'eleventy',
  title: 'Eleventy',
  async prepare({ folder, cache, content, onStage }) {
    const installed = join(cache, `eleventy-${VERSION}`);
    await install(installed, onStage);
    onStage('Converting the stories for Eleventy');
    writeSite(TEMPLATES, folder, '_data/names.json', content, eleventyFormat);
    linkPackages(installed, folder);
    return {
      title: `Eleventy ${VERSION}`,
      build: {
        file: process.execPath,
        options: [join(installed, 'node_modules', '@11ty', 'eleventy', 'cmd.cjs'), '--quiet'],
        cwd: folder,
      },
      out: join(folder, '_site'),
      write: (story) => writeStory(folder, content, story, eleventyFormat),
    };
  },
};

/** Eleventy is no dependency of this project: only who compares with it fetches it. */
async function install(folder: string, onStage: (label: string) => void): Promise<void> {
  const manifest = join(folder, 'node_modules', '@11ty', 'eleventy', 'package.json');
  const isThere = () => existsSync(manifest) && readFileSync(manifest, 'utf8').includes(`"version": "${VERSION}"`);
  if (isThere()) return;
  onStage(`Installing Eleventy ${VERSION} with npm`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  const { output } = await measure({
    file: process.platform === 'win32' ? 'npm.cmd' : 'npm',
    options: [
      'install',
      '--no-audit',
      '--no-fund',
      '--ignore-scripts',
      '--loglevel=error',
      `@11ty/eleventy@${VERSION}`,
    ],
    cwd: folder,
  }).catch((error: unknown) => ({ output: String(error) }));
  if (!isThere()) throw new PeerMissing(`npm could not install Eleventy ${VERSION}: ${output.trim()}`);
}
