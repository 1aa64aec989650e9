import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { measure } from '../measure.ts';
import { packageProgram, type PackageProgram } from '../package-program.ts';
import { linkPackages } from '../../project-copy.ts';
import { PeerMissing, type Peer } from './peer.ts';
import { storyAddresses, storyFields, writeSite, writeStory, type StoryFormat } from './story-files.ts';

const TEMPLATES = join(import.meta.dirname, 'eleventy');
const PACKAGE = '@11ty/eleventy';
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
    const { path } = await install(installed, onStage);
    onStage('converting the stories for Eleventy');
    writeSite(TEMPLATES, folder, '_data/names.json', content, eleventyFormat);
    linkPackages(installed, folder);
    return {
      title: `Eleventy ${VERSION}`,
      build: { file: process.execPath, options: [path, '--quiet'], cwd: folder },
      out: join(folder, '_site'),
      write: (story) => writeStory(folder, content, story, eleventyFormat),
    };
  },
};

/**
 * Eleventy is no dependency of this project: only who compares with it fetches it.
 * @throws PeerMissing where npm cannot install it
 */
async function install(folder: string, onStage: (label: string) => void): Promise<PackageProgram> {
  const there = installedIn(folder);
  if (there) return there;
  onStage(`installing Eleventy ${VERSION} with npm`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  const { output } = await measure({
    file: process.platform === 'win32' ? 'npm.cmd' : 'npm',
    options: ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error', `${PACKAGE}@${VERSION}`],
    cwd: folder,
  }).catch((error: unknown) => ({ output: String(error) }));
  const installed = installedIn(folder);
  if (!installed) throw new PeerMissing(`npm could not install Eleventy ${VERSION}: ${output.trim()}`);
  return installed;
}

function installedIn(folder: string): PackageProgram | undefined {
  try {
    const program = packageProgram(folder, PACKAGE, 'eleventy');
    return program.version === VERSION ? program : undefined;
  } catch {
    // Not installed, or only half.
    return undefined;
  }
}
