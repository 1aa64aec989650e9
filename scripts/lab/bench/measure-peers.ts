import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Article } from '#src/newsroom/newsroom.ts';
import { countOutput } from './count-output.ts';
import { measure, type Call } from './measure.ts';
import { writeArticle, writeSite, type PeerNewsroom } from './peers/article-files.ts';
import { packageProgram } from './peers/package-program.ts';
import { PeerMissing, PEERS, templatesOf, type Peer, type PeerContext, type PeerName } from './peers/peers.ts';
import { runsOf, type BuildRun, type PeerResult } from './results.ts';
import type { WorkFolder } from './work-folder.ts';

/** What the sites of all generators are made from and with. */
export interface PeerSetup extends Omit<PeerContext, 'folder' | 'url'> {
  content: PeerNewsroom;
  contentRoot: string;
  work: WorkFolder;
  /** Called before each build's clock starts. */
  beforeRun: () => void;
  onStage: (label: string) => void;
}

/** A generator's site, ready to be built. */
export class PeerSite {
  readonly peer: Peer;
  /** With the generator's version. */
  readonly title: string;
  readonly #folder: string;
  readonly #build: Call;
  readonly #setup: PeerSetup;

  private constructor(peer: Peer, title: string, folder: string, build: Call, setup: PeerSetup) {
    this.peer = peer;
    this.title = title;
    this.#folder = folder;
    this.#build = build;
    this.#setup = setup;
  }

  /**
   * Converts the newsroom into a folder of the generator's own.
   * @throws PeerMissing if the generator cannot be had
   */
  static async prepare(peer: Peer, folder: string, setup: PeerSetup): Promise<PeerSite> {
    mkdirSync(folder, { recursive: true });
    const { url } = setup.content.editions.en.site;
    const { title, build } = await peer.prepare({ ...setup, folder, url });
    writeSite(templatesOf(peer.name), folder, peer.namesFile, setup.content, setup.contentRoot, peer.format);
    return new PeerSite(peer, title, folder, build, setup);
  }

  /** Writes an article's file, new or changed. @param contentRoot where its text is now */
  write(article: Article, contentRoot: string): void {
    writeArticle(this.#folder, this.#setup.content, contentRoot, article, this.peer.format);
  }

  /**
   * Builds the site into an empty folder, and then its search index.
   * @throws Error if either fails
   */
  async build(label: string): Promise<BuildRun> {
    const { work, project, beforeRun, onStage } = this.#setup;
    const out = join(this.#folder, this.peer.out);
    // The project's own Pagefind, by its command line, as its manual says.
    const pagefind = packageProgram(project, 'pagefind', 'pagefind').path;
    const index = { file: process.execPath, options: [pagefind, '--site', out, '--quiet'], cwd: project };
    work.moveToTrash(out);
    beforeRun();
    const steps = [];
    for (const [name, call] of [[this.peer.name, this.#build] as const, ['pagefind', index] as const]) {
      onStage(`${name === 'pagefind' ? `Pagefind over ${this.peer.title}’s site` : this.title}, ${label}`);
      const { exitCode, output, ...cost } = await measure(call);
      if (exitCode !== 0) throw new Error(`${name} failed (exit code ${exitCode ?? 'none'}):\n${output.trim()}`);
      steps.push({ name, ...cost });
    }
    return { steps, ...countOutput(out) };
  }
}

/** Prepares generators below a folder. @returns the sites that are ready, and results of generators that cannot be had */
export async function preparePeers(names: readonly PeerName[], folder: string, setup: PeerSetup) {
  const ready: PeerSite[] = [];
  const missing: PeerResult[] = [];
  for (const peer of PEERS.filter(({ name }) => names.includes(name))) {
    const { name, title } = peer;
    setup.onStage(`preparing ${title}`);
    try {
      ready.push(await PeerSite.prepare(peer, join(folder, name), setup));
    } catch (error) {
      if (!(error instanceof PeerMissing)) throw error;
      missing.push({ name, title, runs: [], given: 0, failure: error.message });
    }
  }
  return { ready, missing };
}

/** Builds every generator's site whole, in turns. One that fails is left out of the turns that follow. */
export async function measurePeers(sites: readonly PeerSite[], runs: number, given: number): Promise<PeerResult[]> {
  const results = sites.map(({ peer: { name }, title }): PeerResult => ({ name, title, runs: [], given }));
  for (const { isWarmUp, label } of runsOf(runs)) {
    for (const [index, site] of sites.entries()) {
      const result = results[index];
      if (!result || result.failure !== undefined) continue;
      try {
        const build = await site.build(label);
        results[index] = { ...result, runs: [...result.runs, { isWarmUp, build }] };
      } catch (error) {
        results[index] = { ...result, failure: error instanceof Error ? error.message : String(error) };
      }
    }
  }
  return results;
}
