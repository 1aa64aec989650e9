import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { redirectPage } from '#src/hosting/redirect-page.ts';
import { WITHDRAWN_MARK } from '#src/newsroom/withdrawals.ts';
import { filesBelow } from '#src/disk/files-below.ts';
import { ORIGIN, writeSite, type SmallSite } from '../../small-site.ts';
import { AROUND, STORY } from '../../temporary-folder.ts';
import { NIGHT, deployment } from './deployment.ts';

const REASON = 'The report of a wet morning could not be confirmed.';

/** A tombstone as the templates write it, without the page chrome. */
const tombstone = (words = '', mark = 'one00000') =>
  `<meta name="${WITHDRAWN_MARK.name}" content="${WITHDRAWN_MARK.content}"><link rel="stylesheet" href="/_astro/frame.${mark}.css"><h1>Withdrawn</h1><p>${REASON}</p><p>${words}</p>`;

const story = (fields: string) => STORY.replace('---\n', `---\n${fields}\n`);
const WITHDRAWN = story(`withdrawn: { date: 2026-11-22, reason: "${REASON}" }`).replace('a quiet', 'a wet');

/** A deployment with a newsroom of some articles. */
function newsroomDeployment(stories: Record<string, string>) {
  const made = deployment();
  const files = Object.entries(stories).map(([slug, text]) => [`articles/en/2026/${slug}.md`, text]);
  const content = writeSite(join(made.folder, 'content'), { ...AROUND, ...Object.fromEntries(files) });
  return { ...made, content, publish: () => made.deploy('--content', content, '--now', NIGHT, '--force') };
}

const FIX = 'do not publish; build again, and if it is still there, fix the template';
const AGAIN = 'deploy again; the article may have changed during the build';

/** A site with the article about the reef, and another page at the address of the one about rain. */
const withRain = (page: string, files: SmallSite['files'] = {}): SmallSite => ({
  stories: { reef: {} },
  hasSearch: true,
  files: { 'articles/rain/index.html': page, ...files },
});

describe('the tombstone of a withdrawn article', () => {
  const stories = { reef: STORY, rain: WITHDRAWN };

  it('is not an article: no sitemap names it, and no search finds it', async () => {
    const { build, publish, live } = newsroomDeployment(stories);
    build(withRain(tombstone()));
    expect(await publish()).toMatchObject({ stderr: '', status: 0 });
    expect(readFileSync(live('articles/rain/index.html'), 'utf8')).toContain(REASON);
  });

  it('is missed if there is none, and the article itself is never published in its place', async () => {
    const { build, publish, target } = newsroomDeployment(stories);
    build({ stories: { reef: {} }, hasSearch: true });
    expect((await publish()).stderr).toContain(
      `articles/rain/index.html  error  is missing: the tombstone of a withdrawn article — ${AGAIN}\n`,
    );
    // With --force it is published, as with any mistake that reveals nothing.
    expect(existsSync(join(target, 'current'))).toBe(true);
    build({ stories: { reef: {}, rain: {} }, hasSearch: true });
    const { stderr, status } = await publish();
    expect(stderr).toContain(
      `articles/rain/index.html  error  shows a withheld article (withdrawn) — ${FIX} or feed that shows it\n`,
    );
    expect(status).toBe(1);
  });

  it.each([
    ['its headline', 'The reef has a wet morning'],
    ['its standfirst', 'Divers counted fish.'],
  ])('may not hold %s', async (_, words) => {
    const { build, publish } = newsroomDeployment(stories);
    build(withRain(tombstone(words)));
    const { stderr, status } = await publish();
    expect(stderr).toContain(
      `articles/rain/index.html  error  ("${words}")  is part of a withdrawn article and must not be in its tombstone — ${FIX} of that page\n`,
    );
    expect(status).toBe(1);
  });

  it('may not be in a sitemap, nor exist if no article was withdrawn', async () => {
    const { build, publish } = newsroomDeployment({ reef: STORY });
    build(withRain(tombstone(), { 'sitemap-1.xml': `<loc>${ORIGIN}articles/rain/</loc>` }));
    const { stderr, status } = await publish();
    expect(stderr.split('\n').slice(0, 2)).toEqual([
      `articles/rain/index.html  error  is a tombstone, but the newsroom has no withdrawn article at this address — ${AGAIN}`,
      `articles/rain/index.html  error  is not an article (tombstone), but a sitemap names it — ${FIX} or feed that shows it`,
    ]);
    expect(status).toBe(1);
  });
});

describe('a redirect page at an article’s old address', () => {
  const redirect = { from: '/articles/rain/', to: '/articles/reef/', locale: 'en' } as const;
  const page = redirectPage(redirect, ORIGIN);
  const renamed = { reef: story('aliases: [/articles/rain/]') };

  it('is not an article, and is exactly what an alias asks for', async () => {
    const { build, publish } = newsroomDeployment(renamed);
    build(withRain(page));
    expect(await publish()).toMatchObject({ stderr: '', status: 0 });
    build(withRain(page.replaceAll('/articles/reef/', '/')));
    const { stderr, status } = await publish();
    expect(stderr).toContain(
      `articles/rain/index.html  error  is a redirect that no alias in the newsroom asks for — ${AGAIN}\n`,
    );
    expect(status).toBe(1);
  });

  it('may be at the address of a draft that another article has replaced, but not of any other', async () => {
    const draft = story('draft: true').replace('a quiet', 'a wet');
    const { build, publish, content } = newsroomDeployment({ ...renamed, rain: draft });
    const rules = { _redirects: '/articles/rain/ /articles/reef/ 301\n' };
    build(withRain(page, rules));
    expect(await publish()).toMatchObject({ stderr: '', status: 0 });
    writeSite(content, { ...AROUND, 'articles/en/2026/reef.md': STORY, 'articles/en/2026/rain.md': draft });
    expect((await publish()).stderr.split('\n').slice(0, 2)).toEqual([
      `_redirects  error  ("/articles/rain/")  names a withheld article (draft) — ${FIX} of that page`,
      `articles/rain/index.html  error  is a redirect that no alias in the newsroom asks for — ${AGAIN}`,
    ]);
  });

  it('counts as the article in a rollback to a release with its old address', async () => {
    const { build, publish, rollBack, served, deploy } = newsroomDeployment(renamed);
    build({ stories: { rain: {} }, hasSearch: true });
    await deploy('--now', NIGHT);
    const first = served();
    build(withRain(page));
    expect((await publish()).stderr).toBe('');
    expect(await rollBack()).toMatchObject({ stderr: '', status: 0 });
    expect(served()).toBe(first);
  });
});

describe('a rollback', () => {
  it('is refused if it would bring a withdrawn article back; forced, it shows the tombstone instead', async () => {
    const { build, publish, deploy, rollBack, served, live } = newsroomDeployment({ reef: STORY, rain: WITHDRAWN });
    build({
      stories: { reef: {}, rain: { text: 'canary', picture: 'rain.bbbbbbbbbbbbbbbb.480x270.webp' } },
      hasSearch: true,
    });
    await deploy('--now', NIGHT);
    const first = served();
    build({ ...withRain(tombstone('', 'two00000')), mark: 'two00000' });
    expect((await publish()).stderr).toBe('');
    const second = served();
    // What only the withdrawn article showed goes with it, although there is a page at its address.
    expect(existsSync(live('_pictures/rain.bbbbbbbbbbbbbbbb.480x270.webp'))).toBe(false);
    expect(filesBelow(live('_search/en/articles'))).toHaveLength(1);

    const { stderr, status } = await rollBack();
    expect(stderr.split('\n')).toEqual([
      `Release ${first} has an article that readers must no longer see:`,
      '  /articles/rain/  withdrawn',
      'Besides their own pages, 3 of its files name them:',
      '  index.html',
      '  rss.xml',
      '  sitemap-0.xml',
      'Nothing was changed. Correct the newsroom and publish it with “npm run deploy”; or use --force to serve a copy of that release without these articles’ pages, pictures and search texts, although other files still name them.',
      '',
    ]);
    expect(status).toBe(1);
    expect(served()).toBe(second);

    expect((await rollBack('--force')).status).toBe(0);
    expect(served()).toBe(`${first}-again`);
    expect(existsSync(live('articles/reef/index.html'))).toBe(true);
    expect(readFileSync(live('articles/rain/index.html'), 'utf8')).toBe(tombstone('', 'two00000'));
    // The tombstone came with the style that it needs.
    expect(existsSync(live('_astro/frame.two00000.css'))).toBe(true);
    expect(existsSync(live('_pictures/rain.bbbbbbbbbbbbbbbb.480x270.webp'))).toBe(false);
    expect(filesBelow(live('_search/en/articles'))).toHaveLength(1);
    expect((await rollBack()).stderr).toContain(`there is no release before ${first}-again`);
    await rollBack(second);
    expect(served()).toBe(second);
  });

  it('leaves a withdrawn article’s address empty if the latest release has no tombstone of it', async () => {
    const { build, deploy, rollBack, served, live } = deployment();
    build({ stories: { reef: {}, rain: { text: 'canary' } } });
    await deploy('--now', NIGHT);
    build({ stories: { reef: {} } });
    await deploy('--now', NIGHT);
    expect((await rollBack()).stderr).toContain('  /articles/rain/  no longer in the newsroom\n');
    expect((await rollBack('--force')).status).toBe(0);
    expect(served()).toMatch(/-again$/);
    expect(existsSync(live('articles/rain/index.html'))).toBe(false);
  });

  it('may bring a tombstone back: it is not an article', async () => {
    const { build, publish, rollBack, served } = newsroomDeployment({ reef: STORY, rain: WITHDRAWN });
    build(withRain(tombstone()));
    await publish();
    const first = served();
    build(withRain(tombstone(), { 'a.txt': 'a' }));
    await publish();
    expect(await rollBack()).toMatchObject({ stderr: '', status: 0 });
    expect(served()).toBe(first);
  });
});
