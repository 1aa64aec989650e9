import { emptyNewsroom } from '#src/newsroom/newsroom.ts';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Field } from '@sveltia/cms';
import Ajv from 'ajv';
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { formConfig } from '#src/admin/form-config.ts';
import { formFields } from '#src/admin/form-fields.ts';
import { formPage } from '#src/admin/form-page.ts';
import { formPolicy } from '#src/admin/form-policy.ts';
import { COLLECTIONS, type Collection } from '#src/schemas/collections.ts';
import { explainIssues } from '#src/schemas/explain.ts';
import { messageText } from '#src/schemas/message.ts';
import { formSchema } from '#src/schemas/form-settings.ts';
import type { Locale } from '#src/schemas/locale.ts';
import { SITE } from '../../factories.ts';

type Settings = z.input<typeof formSchema>;

const HOSTS: Record<string, Settings> = {
  'a folder': { host: 'folder' },
  GitHub: { host: 'github', repository: 'paper/newsroom', review: true },
  'GitHub with a button': {
    host: 'github',
    repository: 'paper/newsroom',
    signIn: { at: 'https://auth.paper.example/' },
  },
  GitLab: { host: 'gitlab', repository: 'paper/desk/newsroom', signIn: { appId: 'abc' }, review: true },
  Gitea: { host: 'gitea', repository: 'paper/newsroom', server: 'https://git.paper.example/' },
  Forgejo: { host: 'forgejo', repository: 'paper/newsroom', server: 'https://git.paper.example/', content: '.' },
};

const configOf = (settings: Settings, locale: Locale = 'en') =>
  formConfig({
    settings: formSchema.parse(settings),
    site: SITE,
    locale,
    year: 2027,
    fields: Object.fromEntries(COLLECTIONS.map((name) => [name, formFields(name, locale)])) as Record<
      Collection,
      Field[]
    >,
  });

/** What the schema that the CMS publishes of its own configuration says of one. */
const validate = new Ajv({ allErrors: true, unknownFormats: 'ignore' }).compile(
  JSON.parse(
    readFileSync(join(import.meta.dirname, '../../../node_modules/@sveltia/cms/schema/sveltia-cms.json'), 'utf8'),
  ) as object,
);
const faults = (config: object) => {
  // As the form's page hands it over: without what is undefined.
  void validate(JSON.parse(JSON.stringify(config)));
  return validate.errors ?? [];
};

describe('the form’s configuration', () => {
  it.each(Object.entries(HOSTS))('on %s is one that the CMS publishes as valid, in both languages', (_, settings) => {
    for (const locale of ['en', 'es'] as const) {
      expect(faults(configOf(settings, locale))).toEqual([]);
    }
  });

  it('would not be valid with an option that does not exist', () => {
    const config = configOf({ host: 'folder' });
    expect(faults({ ...config, publish_mode: 'sometimes' })).not.toEqual([]);
  });

  it('offers the articles of this year and those before, in both editions, without being generated anew', () => {
    const names = configOf({ host: 'folder', recentYears: 2 }).collections?.map((one) => one.name);
    expect(names?.slice(0, 4)).toEqual([
      'articles-en-2027',
      'articles-es-2027',
      'articles-en-2026',
      'articles-es-2026',
    ]);
    expect(names).toEqual(expect.arrayContaining(['authors', 'categories', 'tags', 'places', 'pages-en', 'pages-es']));
  });

  it('filters stories by each section, and groups them by their first', () => {
    const config = formConfig({
      settings: formSchema.parse({ host: 'folder' }),
      site: SITE,
      locale: 'en',
      year: 2027,
      sections: new Map([['days-out', 'Days out']]),
      fields: emptyNewsroom(),
    });
    const [stories] = config.collections ?? [];
    expect(stories).toMatchObject({
      view_filters: expect.arrayContaining([
        { label: 'Days out', field: 'categories', pattern: '^days-out$' },
      ]) as unknown,
      view_groups: [{ label: 'Section', field: 'deskSection' }],
    });
  });

  it('saves files in the folder that the newsroom has in its repository', () => {
    const folders = (settings: Settings) =>
      configOf(settings).collections?.flatMap((one) => ('folder' in one ? [one.folder] : []));
    expect(folders({ host: 'folder' })).toContain('src/content/articles/es/2027');
    expect(folders(HOSTS['Forgejo'] as Settings)).toContain('articles/es/2027');
    expect(configOf(HOSTS['Forgejo'] as Settings)).toMatchObject({
      media_folder: 'pictures',
      public_folder: '/pictures',
    });
  });

  it('asks a host’s own server if it is not the public one', () => {
    expect(configOf(HOSTS['Gitea'] as Settings).backend).toMatchObject({
      name: 'gitea',
      repo: 'paper/newsroom',
      branch: 'main',
      api_root: 'https://git.paper.example/api/v1',
    });
  });
});

describe('the form’s content security policy', () => {
  it('lets it reach its host, and nothing else outside', () => {
    const outside = (settings: Settings) => formPolicy(formSchema.parse(settings)).match(/https?:[^\s;]+/g) ?? [];
    expect(outside({ host: 'folder' })).toEqual([]);
    expect(new Set(outside(HOSTS['Gitea'] as Settings))).toEqual(new Set(['https://git.paper.example']));
    expect(outside(HOSTS['GitHub'] as Settings)).toContain('https://api.github.com');
  });

  it('allows nothing by default, and no script written into the page', () => {
    const policy = formPolicy(formSchema.parse({ host: 'folder' }));
    expect(policy.startsWith("default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; ")).toBe(true);
  });

  it('is in its page, which no search engine lists', () => {
    const opening = {
      settings: formSchema.parse({ host: 'folder' }),
      site: { name: 'A </script> "B"', url: SITE.url },
    };
    const page = formPage(opening, 'form.js');
    expect(page).toContain('<meta name="robots" content="noindex, nofollow">');
    expect(page).toContain('http-equiv="Content-Security-Policy"');
    expect(page.match(/<\/script>/g)).toHaveLength(2);
  });
});

describe('the publisher’s settings of the form', () => {
  const sentences = (settings: Record<string, unknown>) => {
    const { error } = formSchema.safeParse(settings);
    return explainIssues(error?.issues ?? [], settings, Object.keys(formSchema.shape)).map(({ field, message }) => {
      const { reason, remedy } = messageText(message, 'en');
      return `${field} ${reason} — ${remedy}`;
    });
  };

  it.each<[Record<string, unknown>, string]>([
    [{ host: 'github' }, 'repository is missing — add it: the repository as on its host, such as "owner/name"'],
    [
      { host: 'gitea', repository: 'a/b' },
      'server is missing — add it: the address of your gitea, such as "https://git.example.org/"',
    ],
    [
      { host: 'gitea', repository: 'a/b', server: 'https://git.example.org/', review: true },
      'review is not possible with gitea — remove it, or choose github or gitlab',
    ],
    [{ host: 'folder', review: true }, 'review needs a host with requests — remove it, or choose github or gitlab'],
    [
      { host: 'github', repository: 'a/b', signIn: { appId: 'x' } },
      'signIn lacks the service that GitHub’s sign-in needs — write { at: "https://…" }',
    ],
    [
      { host: 'svn', repository: 'a/b' },
      'host expected one of github, gitlab, gitea, forgejo, folder — correct the value',
    ],
    [
      { host: 'folder', content: '/src' },
      'content expected a folder of the repository, such as "src/content" — write it without a slash at either end',
    ],
    [{ host: 'folder', recentYears: 0 }, 'recentYears expected a whole number from 1 to 10 — correct the value'],
    [
      { host: 'github', repository: 'a' },
      'repository expected the repository as on its host, such as "owner/name" — correct the value',
    ],
  ])('are refused if they cannot work: %o', (settings, sentence) => {
    expect(sentences(settings)).toEqual([sentence]);
  });
});

describe('dates in the form', () => {
  it('are on the paper’s clock, wherever the editor is, at every depth', () => {
    const text = JSON.stringify(configOf({ host: 'folder' }));
    const dates = text.match(/"widget":"datetime"/g) ?? [];
    expect(dates.length).toBeGreaterThan(10);
    expect(text.match(/"input_timezone":"America\/Cancun"/g)).toHaveLength(dates.length);
  });
});
