import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeEditions } from '#src/newsroom/edition.ts';
import { loadNewsroom } from '#src/reading/load-newsroom.ts';
import { parseSite } from '#src/site.ts';
import { startCompiling } from '#src/publish/compile/compiled-site.ts';
import { NOW, PROJECT } from './build-sites.ts';
import { temporaryFolder } from '../temporary-folder.ts';

/** The compiled site with the pages of a copy of a newsroom. */
async function rendererOf(newsroom: string) {
  const contentRoot = join(temporaryFolder(), 'content');
  cpSync(join(PROJECT, newsroom), contentRoot, { recursive: true });
  const now = new Date(NOW);
  const { loadRenderer } = await startCompiling(join(PROJECT, '.cache'), false).finished;
  const renderer = await loadRenderer();
  const { newsroom: read } = await loadNewsroom(contentRoot, { now });
  const groups = await renderer.pageGroups({ editions: makeEditions(read, parseSite(), now), now }, contentRoot);
  return { contentRoot, renderer, groups, articles: read.articles };
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
