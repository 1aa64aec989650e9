import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { makeEditions } from '#src/newsroom/edition.ts';
import { readNewsroom } from '#src/reading/read-newsroom.ts';
import { readPictures } from '#src/reading/read-pictures.ts';
import { parseSite } from '#src/site.ts';
import { startCompiling } from '#src/publish/compile/compiled-site.ts';
import { worldAsEnvironment } from '#src/publish/build-context.ts';
import { NOW, PROJECT } from '../../site/build-sites.ts';
import { temporaryFolder } from '../../temporary-folder.ts';

/** The compiled site with the pages of a copy of a newsroom. */
async function pressOf(newsroom: string) {
  const contentRoot = join(temporaryFolder(), 'content');
  cpSync(join(PROJECT, newsroom), contentRoot, { recursive: true });
  const world = { contentRoot, now: new Date(NOW), site: parseSite() };
  const before = { ...process.env };
  Object.assign(process.env, worldAsEnvironment(world));
  onTestFinished(() => {
    process.env = before;
  });
  const { loadPress } = await startCompiling(false).finished;
  const press = await loadPress();
  const { newsroom: made } = await readPictures(contentRoot, readNewsroom(contentRoot).newsroom);
  const groups = await press.everyGroup({
    editions: makeEditions(made, world.site, world.now),
    now: world.now,
  });
  return { contentRoot, press, groups, articles: made.articles };
}

describe('the compiled site', () => {
  it('says how many pages are in each group before it lists them, and names each page once', async () => {
    const { groups } = await pressOf('tests/fixtures/newsroom-three');
    const pages = groups.map((group) => ({ ...group, listed: group.pages() }));
    expect(pages.filter(({ count, listed }) => count !== listed.length)).toEqual([]);
    const files = pages.flatMap(({ listed }) => listed.map(({ file }) => file));
    expect(new Set(files).size).toBe(files.length);
    expect(new Set(groups.map(({ name }) => name)).size).toBe(groups.length);
  });

  it('prints no page of a story whose text was edited since the newsroom was read', async () => {
    const { contentRoot, press, groups, articles } = await pressOf('tests/fixtures/newsroom-three');
    const pages = groups.flatMap((group) => group.pages());
    const pageOf = ({ slug }: { slug: string }) => pages.find(({ file }) => file.endsWith(`/${slug}/index.html`));
    const story = articles.find(pageOf);
    const page = story && pageOf(story);
    if (!story || !page) throw new Error('the newsroom has no story');
    const printed = await press.printPage(page);
    expect(printed.toString()).toContain('<article');
    const path = join(contentRoot, story.file);
    writeFileSync(path, `${readFileSync(path, 'utf8')}\nOne more sentence.\n`);
    await expect(press.printPage(page)).rejects.toThrow(
      `${story.file} was changed while the site was built; build again`,
    );
  });
});
