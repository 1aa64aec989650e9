import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FileWriter } from '#src/disk/file-writer.ts';
import { makeEditions } from '#src/newsroom/edition.ts';
import { loadNewsroom } from '#src/reading/load-newsroom.ts';
import { parseSite } from '#src/site.ts';
import { startCompiling } from '#src/publish/compile/compiled-site.ts';
import { NOW, PROJECT } from './build-sites.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { renderPages } from '#src/publish/render/render-pages.ts';
import { RenderThread } from '#src/publish/render/render-thread.ts';
import { checkFiles } from '#src/publish/reuse/check-files.ts';
import { NOTHING_KNOWN } from '#src/publish/reuse/site-record.ts';
import { SiteUpdate } from '#src/publish/reuse/site-update.ts';
import { readSite } from './built-site.ts';
import { differences } from './compare-sites.ts';
import type * as Renderer from '#src/publish/render/renderer.ts';

const QUIET = { stage: () => undefined, update: () => undefined, end: () => undefined };

/** The compiled site with the pages of a copy of a newsroom. */
async function rendererOf(newsroom: string) {
  const contentRoot = join(temporaryFolder(), 'content');
  cpSync(join(PROJECT, newsroom), contentRoot, { recursive: true });
  const now = new Date(NOW);
  const { rendererUrl } = await startCompiling(join(PROJECT, '.cache')).finished;
  const renderer = (await import(rendererUrl)) as typeof Renderer;
  const { newsroom: read } = await loadNewsroom(contentRoot, { now });
  const context = { contentRoot, cacheFolder: join(PROJECT, '.cache'), now, site: parseSite() };
  const groups = await renderer.pageGroups({ editions: makeEditions(read, parseSite(), now), now }, context);
  return { contentRoot, renderer, rendererUrl, groups, newsroom: read, context, articles: read.articles };
}

describe('the compiled site', () => {
  it('says how many pages are in each group before it lists them, and names each page once', async () => {
    const { groups } = await rendererOf('tests/fixtures/newsroom-three');
    const pages = groups.map((group) => ({ ...group, listed: group.pages() }));
    expect(pages.filter(({ count, listed }) => count !== listed.length)).toEqual([]);
    const files = pages.flatMap(({ listed }) => listed.map(({ file }) => file));
    expect(new Set(files).size).toBe(files.length);
    expect(new Set(groups.map(({ name }) => name)).size).toBe(groups.length);
  });

  it('renders no page of a story whose text was edited since the newsroom was read', async () => {
    const { contentRoot, renderer, groups, articles } = await rendererOf('tests/fixtures/newsroom-three');
    const pages = groups.flatMap((group) => group.pages());
    const pageOf = ({ slug }: { slug: string }) => pages.find(({ file }) => file.endsWith(`/${slug}/index.html`));
    const story = articles.find(pageOf);
    const page = story && pageOf(story);
    if (!story || !page) throw new Error('the newsroom has no story');
    const rendered = await renderer.renderPage(page);
    expect(rendered.toString()).toContain('<article');
    const path = join(contentRoot, story.file);
    writeFileSync(path, `${readFileSync(path, 'utf8')}\nOne more sentence.\n`);
    await expect(renderer.renderPage(page)).rejects.toThrow(
      `${story.file} was changed while the site was built; build again`,
    );
  });
});

describe('the second thread that renders pages', () => {
  it('renders the bytes that the first one does', async () => {
    const { renderer, rendererUrl, groups, newsroom, context } = await rendererOf('tests/fixtures/newsroom-three');
    const thread = new RenderThread(rendererUrl, newsroom, context);
    try {
      for (const { name, pages } of groups) {
        const all = pages();
        const rendered = await thread.render(
          name,
          all.map(({ file }) => file),
        );
        for (const [at, page] of all.entries()) {
          expect(Buffer.from(rendered[at] ?? []).equals(await renderer.renderPage(page)), page.file).toBe(true);
        }
      }
    } finally {
      await thread.stop();
    }
  });

  it('passes on why a page cannot be rendered, and goes on with others', async () => {
    const { rendererUrl, groups, newsroom, context } = await rendererOf('tests/fixtures/newsroom-three');
    const thread = new RenderThread(rendererUrl, newsroom, context);
    const [group] = groups;
    try {
      await expect(thread.render(group?.name ?? '', ['nowhere/index.html'])).rejects.toThrow('nowhere/index.html');
      const file = group?.pages()[0]?.file ?? '';
      expect(await thread.render(group?.name ?? '', [file])).toHaveLength(1);
    } finally {
      await thread.stop();
    }
    await expect(thread.render(group?.name ?? '', [])).rejects.toThrow('ended before they were rendered');
  });

  it('leaves nothing out of a site that both render', async () => {
    const { rendererUrl, newsroom, context } = await rendererOf('tests/fixtures/newsroom-three');
    const make = async (few: number) => {
      const out = temporaryFolder();
      const writer = new FileWriter();
      const placeOf = (path: string) => {
        mkdirSync(dirname(join(out, path)), { recursive: true });
        return join(out, path);
      };
      const check = checkFiles(out, undefined, 0, false);
      const update = new SiteUpdate({ out, placeOf, writer, last: NOTHING_KNOWN, check });
      const editions = { editions: makeEditions(newsroom, context.site, context.now), now: context.now };
      const { pages } = await renderPages(
        { rendererUrl, templates: 't', newsroom, editions, context },
        update,
        QUIET,
        few,
      );
      await writer.finished();
      await writer.stop();
      return { out, pages };
    };
    const [alone, together] = [await make(1_000_000), await make(0)];
    expect(together.pages).toBe(alone.pages);
    expect(differences(readSite(together.out), readSite(alone.out))).toEqual([]);
  });
});
