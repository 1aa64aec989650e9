import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { segment } from '#src/urls.ts';
import { PeerMissing, type Peer } from './peer.ts';
import { storyFields, writeSite, writeStory, type StoryFormat } from './story-files.ts';

const TEMPLATES = join(import.meta.dirname, 'hugo');

/** Stories lie where their addresses say; taxonomies make the lists. */
export const hugoFormat: StoryFormat = (story, _edition, body) => ({
  file: `content/${story.locale}/${segment(story.locale, 'articles')}/${story.slug}.md`,
  fields: { ...storyFields(story), translationKey: story.translationKey },
  // What Hugo would take for one of its shortcodes.
  body: body.replaceAll(/\{\{(?=[<%])/g, '{&#123;'),
});

export const hugo: Peer = {
  name: 'hugo',
  title: 'Hugo',
  prepare({ folder, content, hugo: program }) {
    const version = versionOf(program);
    const { url } = content.editions.en.site;
    writeSite(TEMPLATES, folder, 'config/_default/params.json', content, hugoFormat);
    return Promise.resolve({
      title: `Hugo ${version}`,
      build: { file: program, options: ['--baseURL', url, '--buildFuture', '--quiet'], cwd: folder },
      out: join(folder, 'public'),
      write: (story) => writeStory(folder, content, story, hugoFormat),
    });
  },
};

/** @throws PeerMissing where there is no such program, or it is another */
function versionOf(program: string): string {
  const { stdout, error } = spawnSync(program, ['version'], { encoding: 'utf8' });
  const version = /^hugo v(\d+\.\d+\.\d+)/.exec(stdout ?? '')?.[1];
  if (version) return version;
  const why = error ? 'cannot be started' : 'does not answer as Hugo';
  throw new PeerMissing(`“${program}” ${why}; install Hugo, or name its program with --hugo <binary>`);
}
