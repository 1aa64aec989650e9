import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildSettings, SETTING_NAMES } from '#src/build-settings.ts';
import { ContentError, formatProblem } from '#src/schemas/problem.ts';
import { siteSchema } from '#src/schemas/site.ts';
import { siteConfig } from '#src/site.config.ts';
import { parseSite } from '#src/site.ts';

describe('parseSite', () => {
  it('takes the publisher’s choices, and another origin for one build', () => {
    expect(parseSite().url).toBe(siteConfig.url);
    expect(parseSite('https://preview.example/')).toEqual({ ...parseSite(), url: 'https://preview.example/' });
  });

  it('writes an origin in the one way that addresses are joined to', () => {
    expect(parseSite('https://preview.example').url).toBe('https://preview.example/');
    expect(parseSite('HTTPS://Preview.Example:443').url).toBe('https://preview.example/');
    expect(parseSite('http://localhost:4321/').url).toBe('http://localhost:4321/');
  });

  it('takes the path of a host below which the site is, with the slash at its end', () => {
    expect(parseSite('https://user.github.io/paper').url).toBe('https://user.github.io/paper/');
    expect(parseSite('https://user.gitlab.io/My-Group/The_paper.2/').url).toBe(
      'https://user.gitlab.io/My-Group/The_paper.2/',
    );
    expect(parseSite('https://university.example/~ana/../~ana/').url).toBe('https://university.example/~ana/');
  });

  it.each([
    ...`https://preview.example/?from=mail https://preview.example/?
    https://preview.example/#top https://editor:secret@preview.example/ https://editor@preview.example/
    preview.example //preview.example/ https:preview.example https://preview.example/a%20b/ https://preview.example/año/ https://preview.example//a/ ftp://preview.example/ javascript:alert(1)`.split(
      /\s+/,
    ),
    '',
  ])('refuses “%s” as an address, and blames the option', (origin) => {
    expect(problemsOf(() => parseSite(origin))).toEqual([
      `--site  error  ("${origin}")  expected the site’s address, such as https://www.example.org/ or https://example.github.io/paper/ — ` +
        'write it without a query, a fragment or a user’s name; after the host, use letters, figures, -, _, . and / alone',
    ]);
  });

  it('reports every mistake in the configuration at once, each with its value and what to do', () => {
    const { email: _, ...choices } = siteConfig;
    const wrong = {
      ...choices,
      url: 'https://paper.example/news/?a',
      foundingYear: 24,
      lists: { ...siteConfig.lists, articlesPerPage: 0 },
      tagline: { en: 'News' },
      taglin: 'News',
    };
    expect(problemsOf(() => parseSite(undefined, wrong)).toSorted()).toEqual([
      'src/site.config.ts  error  email  is missing — add it: an e-mail address, such as ana@example.org',
      'src/site.config.ts  error  foundingYear (24)  expected a whole number from 1900 to 2100 — correct the value',
      'src/site.config.ts  error  lists.articlesPerPage (0)  expected a whole number from 5 to 100 — correct the value',
      'src/site.config.ts  error  taglin ("News")  is not a field that exists here — did you mean “tagline”?',
      'src/site.config.ts  error  tagline.es  is missing — add it: text',
      'src/site.config.ts  error  url ("https://paper.example/news/?a")  expected the site’s address, such as https://www.example.org/ or ' +
        'https://example.github.io/paper/ — write it without a query, a fragment or a user’s name; after the host, use letters, figures, -, _, . and / alone',
    ]);
  });

  it('blames the configuration for its own mistakes if an origin is given', () => {
    expect(problemsOf(() => parseSite('https://preview.example/', { ...siteConfig, foundingYear: 24 }))).toEqual([
      'src/site.config.ts  error  foundingYear (24)  expected a whole number from 1900 to 2100 — correct the value',
    ]);
  });

  it.each([
    ['url', 'https://paper.example/news/?a'],
    ['tagline', { en: 'News' }],
    ['foundingYear', 24],
    ['lists', { ...siteConfig.lists, articlesPerPage: 0 }],
    ['colour', 'red'],
  ])('refuses a wrong %s', (name, value) => {
    expect(siteSchema.safeParse({ ...siteConfig, [name]: value }).success).toBe(false);
  });
});

/** What is wrong, as a command prints it. */
function problemsOf(work: () => unknown): string[] {
  try {
    work();
  } catch (error) {
    if (error instanceof ContentError) return error.problems.map(formatProblem);
    throw error;
  }
  return [];
}

describe('buildSettings', () => {
  it('reads the environment it is given and nothing else', () => {
    const environment = {
      [SETTING_NAMES.cacheFolder]: 'other/cache',
      [SETTING_NAMES.drafts]: 'true',
      [SETTING_NAMES.contentRoot]: 'other/content',
      [SETTING_NAMES.now]: '2026-11-24T08:00',
      [SETTING_NAMES.origin]: 'https://preview.example/',
    };
    expect(buildSettings(environment)).toEqual({
      contentRoot: resolve('other/content'),
      cacheFolder: resolve('other/cache'),
      drafts: true,
      now: new Date('2026-11-24T13:00:00Z'),
      origin: 'https://preview.example/',
    });
  });

  it('falls back on the sample newsroom and leaves the clock to the build', () => {
    expect(buildSettings({})).toEqual({
      contentRoot: resolve('src/content'),
      cacheFolder: resolve('.cache'),
      now: undefined,
      origin: undefined,
      drafts: false,
    });
  });

  it('refuses an instant that is none, and says what one looks like', () => {
    expect(() => buildSettings({ [SETTING_NAMES.now]: 'tomorrow' })).toThrow(
      '--now tomorrow: expected an instant such as 2026-11-24T08:00 or 2026-11-24T08:00:00-05:00',
    );
  });
});
