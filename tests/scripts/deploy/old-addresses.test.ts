import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { redirectPage } from '#src/hosting/redirect-page.ts';
import { WITHDRAWN_MARK } from '#src/newsroom/withdrawals.ts';
import { ORIGIN, writeSite, type SmallSite } from '../../small-site.ts';
import { AROUND, STORY } from '../../temporary-folder.ts';
import { PATIENCE } from '../run-script.ts';
import { NIGHT, press } from './press.ts';

const REASON = 'The report of a wet morning could not be confirmed.';

/** As the templates write it, without what stands round every page. */
const notice = (words = '', mark = 'one00000') =>
  `<meta name="${WITHDRAWN_MARK.name}" content="${WITHDRAWN_MARK.content}"><link rel="stylesheet" href="/_astro/frame.${mark}.css"><h1>Withdrawn</h1><p>${REASON}</p><p>${words}</p>`;

const story = (fields: string) => STORY.replace('---\n', `---\n${fields}\n`);
const WITHDRAWN = story(`withdrawn: { date: 2026-11-22, reason: "${REASON}" }`).replace('a quiet', 'a wet');

/** A press, and a newsroom of some stories beside it. */
function newsroomPress(stories: Record<string, string>) {
  const made = press();
  const files = Object.entries(stories).map(([slug, text]) => [`articles/en/2026/${slug}.md`, text]);
  const content = writeSite(join(made.folder, 'content'), { ...AROUND, ...Object.fromEntries(files) });
  return { ...made, content, publish: () => made.deploy('--content', content, '--now', NIGHT, '--force') };
}

const MEND = 'do not publish; build again, and where it is there again, mend the';

/** A site with the story of the reef, and something else at the address of the rain. */
const withRain = (page: string, files: SmallSite['files'] = {}): SmallSite => ({
  stories: { reef: {} },
  hasSearch: true,
  files: { 'articles/rain/index.html': page, ...files },
});

describe('the notice of a withdrawn story', PATIENCE, () => {
  const stories = { reef: STORY, rain: WITHDRAWN };

  it('is no story: no sitemap names it, and no search finds it', () => {
    const { build, publish, live } = newsroomPress(stories);
    build(withRain(notice()));
    expect(publish()).toMatchObject({ stderr: '', status: 0 });
    expect(readFileSync(live('articles/rain/index.html'), 'utf8')).toContain(REASON);
  });

  it('is missed where there is none, and where the story itself is there it is never published', () => {
    const { build, publish, target } = newsroomPress(stories);
    build({ stories: { reef: {} }, hasSearch: true });
    expect(publish().stderr).toContain(
      'articles/rain/index.html  error  is missing: the notice of a withdrawn story — deploy again: was it just withdrawn?\n',
    );
    // Put up with where it is forced, as any mistake that shows nothing.
    expect(existsSync(join(target, 'current'))).toBe(true);
    build({ stories: { reef: {}, rain: {} }, hasSearch: true });
    const { stderr, status } = publish();
    expect(stderr).toContain(
      `articles/rain/index.html  error  shows a story that is withdrawn — ${MEND} outlet that shows it\n`,
    );
    expect(status).toBe(1);
  });

  it.each([
    ['its headline', 'The reef has a wet morning'],
    ['its standfirst', 'Divers counted fish.'],
  ])('may not hold %s', (_, words) => {
    const { build, publish } = newsroomPress(stories);
    build(withRain(notice(words)));
    const { stderr, status } = publish();
    expect(stderr).toContain(
      `articles/rain/index.html  error  ("${words}")  is of a story that is withdrawn, and stands in its notice — ${MEND} page that is made for it\n`,
    );
    expect(status).toBe(1);
  });

  it('may not be told of by a sitemap, nor stand where no story was withdrawn', () => {
    const { build, publish } = newsroomPress({ reef: STORY });
    build(withRain(notice(), { 'sitemap-1.xml': `<loc>${ORIGIN}articles/rain/</loc>` }));
    const { stderr, status } = publish();
    expect(stderr.split('\n').slice(0, 2)).toEqual([
      `articles/rain/index.html  error  is no story (notice), but a sitemap names it — ${MEND} outlet that shows it`,
      'articles/rain/index.html  error  is the notice of no withdrawn story in the newsroom — deploy again: was it just changed?',
    ]);
    expect(status).toBe(1);
  });
});

describe('a page that leads on from a story’s old address', PATIENCE, () => {
  const redirect = { from: '/articles/rain/', to: '/articles/reef/', locale: 'en' } as const;
  const page = redirectPage(redirect, ORIGIN);
  const renamed = { reef: story('aliases: [/articles/rain/]') };

  it('is no story, and is what an alias asks for, to the letter', () => {
    const { build, publish } = newsroomPress(renamed);
    build(withRain(page));
    expect(publish()).toMatchObject({ stderr: '', status: 0 });
    build(withRain(page.replaceAll('/articles/reef/', '/')));
    const { stderr, status } = publish();
    expect(stderr).toContain(
      'articles/rain/index.html  error  leads on from an address that no alias names like this — deploy again: was it just changed?\n',
    );
    expect(status).toBe(1);
  });

  it('may stand at the address of a draft that another story has replaced, but not of any other', () => {
    const draft = story('draft: true').replace('a quiet', 'a wet');
    const { build, publish, content } = newsroomPress({ ...renamed, rain: draft });
    const rules = { _redirects: '/articles/rain/ /articles/reef/ 301\n' };
    build(withRain(page, rules));
    expect(publish()).toMatchObject({ stderr: '', status: 0 });
    writeSite(content, { ...AROUND, 'articles/en/2026/reef.md': STORY, 'articles/en/2026/rain.md': draft });
    expect(publish().stderr.split('\n').slice(0, 2)).toEqual([
      `_redirects  error  ("/articles/rain/")  is of a story that is draft — ${MEND} page that is made for it`,
      'articles/rain/index.html  error  leads on from an address that no alias names like this — deploy again: was it just changed?',
    ]);
  });

  it('stands for the story where a release with its old address is served again', () => {
    const { build, publish, rollBack, served, deploy } = newsroomPress(renamed);
    build({ stories: { rain: {} }, hasSearch: true });
    deploy('--now', NIGHT);
    const first = served();
    build(withRain(page));
    expect(publish().stderr).toBe('');
    expect(rollBack()).toMatchObject({ stderr: '', status: 0 });
    expect(served()).toBe(first);
  });
});

describe('a rollback', PATIENCE, () => {
  it('is refused where it would bring a withdrawn story back; forced, its notice stands in its place', () => {
    const { build, publish, deploy, rollBack, served, live } = newsroomPress({ reef: STORY, rain: WITHDRAWN });
    build({
      stories: { reef: {}, rain: { text: 'canary', picture: 'rain.bbbbbbbbbbbbbbbb.480x270.webp' } },
      hasSearch: true,
    });
    deploy('--now', NIGHT);
    const first = served();
    build({ ...withRain(notice('', 'two00000')), mark: 'two00000' });
    expect(publish().stderr).toBe('');
    const second = served();
    // What only the withdrawn story showed goes with it, though something stands at its address.
    expect(existsSync(live('_pictures/rain.bbbbbbbbbbbbbbbb.480x270.webp'))).toBe(false);
    expect(readdirSync(live('pagefind/en/recent/fragment'))).toHaveLength(1);

    const { stderr, status } = rollBack();
    expect(stderr.split('\n')).toEqual([
      `Release ${first} has a story that readers may no longer see:`,
      '  /articles/rain/  withdrawn',
      'Besides their own pages, 3 files of it name them:',
      '  index.html',
      '  rss.xml',
      '  sitemap-0.xml',
      'Nothing was changed. Mend the newsroom and run “npm run deploy” to publish it again; or, with --force, serve a copy of that release without these stories’ pages, pictures and search texts, though other files still name them.',
      '',
    ]);
    expect(status).toBe(1);
    expect(served()).toBe(second);

    expect(rollBack('--force').status).toBe(0);
    expect(served()).toBe(`${first}-again`);
    expect(existsSync(live('articles/reef/index.html'))).toBe(true);
    expect(readFileSync(live('articles/rain/index.html'), 'utf8')).toBe(notice('', 'two00000'));
    // What the notice is shown with came with it.
    expect(existsSync(live('_astro/frame.two00000.css'))).toBe(true);
    expect(existsSync(live('_pictures/rain.bbbbbbbbbbbbbbbb.480x270.webp'))).toBe(false);
    expect(readdirSync(live('pagefind/en/recent/fragment'))).toHaveLength(1);
    expect(rollBack().stderr).toContain(`there is no release before ${first}-again`);
    rollBack(second);
    expect(served()).toBe(second);
  });

  it('leaves a withdrawn story’s address empty where the latest release has no notice of it', () => {
    const { build, deploy, rollBack, served, live } = press();
    build({ stories: { reef: {}, rain: { text: 'canary' } } });
    deploy('--now', NIGHT);
    build({ stories: { reef: {} } });
    deploy('--now', NIGHT);
    expect(rollBack().stderr).toContain('  /articles/rain/  no longer in the newsroom\n');
    expect(rollBack('--force').status).toBe(0);
    expect(served()).toMatch(/-again$/);
    expect(existsSync(live('articles/rain/index.html'))).toBe(false);
  });

  it('serves a notice again that was there before: it is no story', () => {
    const { build, publish, rollBack, served } = newsroomPress({ reef: STORY, rain: WITHDRAWN });
    build(withRain(notice()));
    publish();
    const first = served();
    build(withRain(notice(), { 'a.txt': 'a' }));
    publish();
    expect(rollBack()).toMatchObject({ stderr: '', status: 0 });
    expect(served()).toBe(first);
  });
});
