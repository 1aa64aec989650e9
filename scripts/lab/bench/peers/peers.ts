import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { segment } from '#src/urls.ts';
import { linkPackages } from '../../project-copy.ts';
import { measure, npmCall, type Call } from '../measure.ts';
import { articleAddresses, articleFields, type ArticleFormat } from './article-files.ts';
import { packageProgram } from './package-program.ts';

/** Generators that other newsrooms might take. The first is the one that ratios compare with. */
export const PEER_NAMES = ['hugo', 'eleventy', 'astro'] as const;
export type PeerName = (typeof PEER_NAMES)[number];

/** Where a generator's site is made, and with what. */
export interface PeerContext {
  /** This project's root: its packages are used if they serve. */
  project: string;
  /** A folder of this generator's own. */
  folder: string;
  /** A folder that outlives sizes, for what takes long to fetch. */
  cache: string;
  /** The site's address. */
  url: string;
  /** Hugo's program, a name or a path. */
  hugo: string;
}

/** A generator that is there: with its version, and how it builds its folder whole. */
export interface PeerBuild {
  title: string;
  build: Call;
}

/** A generator. */
export interface Peer {
  name: PeerName;
  title: string;
  format: ArticleFormat;
  /** The file for the names of lists, from the generator's folder. */
  namesFile: string;
  /** The built site, from the generator's folder. */
  out: string;
  /**
   * Makes the program ready.
   * @throws PeerMissing if the generator cannot be had
   */
  prepare: (context: PeerContext) => Promise<PeerBuild>;
}

/** A generator is not there; the rest of the benchmark goes on. */
export class PeerMissing extends Error {
  override name = 'PeerMissing';
}

/** The templates of a generator's site. */
export const templatesOf = (name: PeerName) => join(import.meta.dirname, name);

/** Articles are where their addresses say; taxonomies make the lists. */
const hugo: Peer = {
  name: 'hugo',
  title: 'Hugo',
  namesFile: 'config/_default/params.json',
  out: 'public',
  format: (article, _edition, body) => ({
    file: `content/${article.locale}/${segment(article.locale, 'articles')}/${article.slug}.md`,
    fields: { ...articleFields(article), translationKey: article.translationKey },
    // Hugo would read these signs as one of its shortcodes.
    body: body.replaceAll(/\{\{(?=[<%])/g, '{&#123;'),
  }),
  prepare({ folder, url, hugo: program }) {
    const { stdout, error } = spawnSync(program, ['version'], { encoding: 'utf8' });
    const version = /^hugo v(\d+\.\d+\.\d+)/.exec(stdout ?? '')?.[1];
    if (!version) {
      const why = error ? 'cannot be started' : 'does not answer as Hugo';
      throw new PeerMissing(`“${program}” ${why}; install Hugo, or name its program with --hugo <binary>`);
    }
    const build = { file: program, options: ['--baseURL', url, '--buildFuture', '--quiet'], cwd: folder };
    return Promise.resolve({ title: `Hugo ${version}`, build });
  },
};

const ELEVENTY = '@11ty/eleventy';
const ELEVENTY_VERSION = '3.1.8';

/** All articles in one folder a language, whose directory data gives them layout and address; Astro reads them alike. */
const addressedFormat: ArticleFormat = (article, edition, body) => ({
  file: `articles/${article.locale}/${article.slug}.md`,
  fields: { ...articleFields(article), ...articleAddresses(article, edition) },
  body,
});

const eleventy: Peer = {
  name: 'eleventy',
  title: 'Eleventy',
  namesFile: '_data/names.json',
  out: '_site',
  format: addressedFormat,
  async prepare({ folder, cache }) {
    const installed = join(cache, `eleventy-${ELEVENTY_VERSION}`);
    const path = eleventyIn(installed) ?? (await installEleventy(installed));
    linkPackages(installed, folder);
    const build = { file: process.execPath, options: [path, '--quiet'], cwd: folder };
    return { title: `Eleventy ${ELEVENTY_VERSION}`, build };
  },
};

/** Eleventy is no dependency of this project: it is fetched only to be compared with. */
async function installEleventy(folder: string): Promise<string> {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  const quiet = ['--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error'];
  const call = npmCall(['install', ...quiet, `${ELEVENTY}@${ELEVENTY_VERSION}`], folder);
  const { output } = await measure(call).catch((error: unknown) => ({ output: String(error) }));
  const path = eleventyIn(folder);
  if (path) return path;
  throw new PeerMissing(`npm could not install Eleventy ${ELEVENTY_VERSION}: ${output.trim()}`);
}

function eleventyIn(folder: string): string | undefined {
  try {
    const { path, version } = packageProgram(folder, ELEVENTY, 'eleventy');
    return version === ELEVENTY_VERSION ? path : undefined;
  } catch {
    // Not installed, or only half.
    return undefined;
  }
}

/** As its documentation shows it: a content collection of Markdown files, read by Astro's own loader. */
const astro: Peer = {
  name: 'astro',
  title: 'Astro with its own collections',
  namesFile: 'src/names.json',
  out: 'dist',
  format: addressedFormat,
  prepare({ folder, project }) {
    const { path, version } = packageProgram(project, 'astro', 'astro');
    linkPackages(project, folder);
    const build = { file: process.execPath, options: [path, 'build', '--silent'], cwd: folder };
    return Promise.resolve({ title: `Astro ${version} with its own collections`, build });
  },
};

export const PEERS: readonly Peer[] = [hugo, eleventy, astro];
