import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildSettings, SETTING_NAMES } from '#src/build-settings.ts';
import { siteSchema } from '#src/schemas/site.ts';
import { siteConfig } from '#src/site.config.ts';
import { parseSite } from '#src/site.ts';

describe('parseSite', () => {
  it('takes the publisher’s choices, and another origin for one build', () => {
    expect(parseSite().url).toBe(siteConfig.url);
    expect(parseSite('https://preview.example/')).toEqual({ ...parseSite(), url: 'https://preview.example/' });
  });

  it.each(['https://preview.example/news/', 'preview.example', 'javascript:alert(1)'])(
    'refuses %s as an origin',
    (origin) => {
      expect(() => parseSite(origin)).toThrow(/origin without a path|full address/);
    },
  );

  it.each([
    ['url', 'https://paper.example/news/'],
    ['tagline', { en: 'News' }],
    ['foundingYear', 24],
    ['lists', { ...siteConfig.lists, storiesPerPage: 0 }],
    ['colour', 'red'],
  ])('refuses a wrong %s', (name, value) => {
    expect(siteSchema.safeParse({ ...siteConfig, [name]: value }).success).toBe(false);
  });
});

describe('buildSettings', () => {
  it('reads the world it is given and nothing else', () => {
    const environment = {
      [SETTING_NAMES.contentRoot]: 'other/content',
      [SETTING_NAMES.now]: '2026-11-24T08:00',
      [SETTING_NAMES.origin]: 'https://preview.example/',
    };
    expect(buildSettings(environment)).toEqual({
      contentRoot: resolve('other/content'),
      now: new Date('2026-11-24T13:00:00Z'),
      origin: 'https://preview.example/',
    });
  });

  it('falls back on the sample newsroom and leaves the clock to the build', () => {
    expect(buildSettings({})).toEqual({ contentRoot: resolve('src/content'), now: undefined, origin: undefined });
  });

  it('refuses an instant that is none, and says what one looks like', () => {
    expect(() => buildSettings({ [SETTING_NAMES.now]: 'tomorrow' })).toThrow(
      '--now tomorrow: expected an instant such as 2026-11-24T08:00 or 2026-11-24T08:00:00-05:00',
    );
  });
});
