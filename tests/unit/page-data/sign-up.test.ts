import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { RULE_FILES } from '#src/hosting/host-files.ts';
import { hostRules } from '#src/hosting/host-rules.ts';
import { makeEditions } from '#src/newsroom/edition.ts';
import { signUpOf } from '#src/page-data/sign-up.ts';
import { subscribePaths } from '#src/page-data/subscribe.ts';
import { siteSchema, type Site } from '#src/schemas/site.ts';
import { makeNewsroom, NOW, SITE } from '../../factories.ts';

type NewsletterInput = NonNullable<z.input<typeof siteSchema>['newsletter']>;

const EDITIONS: NewsletterInput['editions'] = {
  en: { daily: { at: '07:00' }, weekly: { on: 'friday', at: '16:00' } },
  es: { weekly: { on: 'sunday', at: '09:30' }, breaking: {} },
};

/** A paper with a newsletter. */
const paper = (newsletter: Partial<NewsletterInput> = {}): Site =>
  siteSchema.parse({ ...SITE, newsletter: { from: 'news@paper.example', editions: EDITIONS, ...newsletter } });

const UUID = 'a2f37a1c-4a6b-4f4e-8f0e-6a1d1a1f0a0';

const PROVIDERS = {
  buttondown: {
    kind: 'buttondown',
    username: 'coast',
    lists: { en: { daily: 'tag_1', weekly: 'tag_2' }, es: { weekly: 'tag_3', breaking: 'tag_4' } },
  },
  listmonk: {
    kind: 'listmonk',
    url: 'https://lists.paper.example',
    template: 2,
    lists: {
      en: { daily: { id: 1, uuid: `${UUID}1` }, weekly: { id: 2, uuid: `${UUID}2` } },
      es: { weekly: { id: 3, uuid: `${UUID}3` }, breaking: { id: 4, uuid: `${UUID}4` } },
    },
  },
  mailchimp: {
    kind: 'mailchimp',
    form: 'https://coast.us12.list-manage.com/subscribe/post?u=1a2b&id=3c4d&f_id=5e',
    lists: { en: { daily: 11, weekly: 12 }, es: { weekly: 13, breaking: 14 } },
  },
} as const satisfies Record<string, NewsletterInput['provider']>;

const editionsOf = (site: Site) => Object.values(makeEditions(makeNewsroom(), site, NOW));

/** All pages on the newsletter. */
const pathsOf = (site: Site) => editionsOf(site).flatMap((edition, _, all) => subscribePaths(edition, all));

describe('the sign-up', () => {
  it('says what is offered in a language, and when it comes', () => {
    const offers = (locale: 'en' | 'es') =>
      signUpOf(paper(), locale)?.offers.map(({ name, when }) => `${name}: ${when}`);
    expect(offers('en')).toEqual(['The day: Every day at 07:00', 'The week: Every Friday at 16:00']);
    expect(offers('es')).toEqual(['La semana: Cada domingo a las 09:30', 'Última hora: Solo cuando ocurre algo']);
  });

  it('is nowhere if the paper has no newsletter, or none in the language', () => {
    expect(signUpOf(SITE, 'en')).toBeUndefined();
    expect(pathsOf(SITE)).toEqual([]);
    const english = paper({ editions: { en: { daily: { at: '07:00' } } } });
    expect(signUpOf(english, 'es')).toBeUndefined();
    const [page, ...others] = pathsOf(english);
    expect(others).toEqual([]);
    // A page that Spanish does not have is no translation.
    expect(page?.props.page.translations).toEqual([]);
  });

  it('is a mail that is ready to be sent if there is no provider', () => {
    const mail = new URL(signUpOf(paper({ replyTo: 'letters@paper.example' }), 'es')?.offers[0].mail?.href ?? '');
    expect([mail.protocol, mail.pathname]).toEqual(['mailto:', 'letters@paper.example']);
    expect(Object.fromEntries(mail.searchParams)).toEqual({
      subject: 'Suscripción: La semana (español)',
      body: 'Por favor, envíenme “La semana” de Coast News & Events a esta dirección. Acepto que la guarden para ello.',
    });
    expect(signUpOf(paper(), 'es')?.form).toBeUndefined();
  });

  it.each([
    [
      'buttondown',
      'https://buttondown.com/api/emails/embed-subscribe/coast',
      {
        email: 'email',
        offers: { name: 'tag', isOne: false },
        hidden: [{ name: 'embed', value: '1' }],
        trap: undefined,
      },
      ['tag_1', 'tag_2'],
    ],
    [
      'listmonk',
      'https://lists.paper.example/subscription/form',
      { email: 'email', offers: { name: 'l', isOne: false }, hidden: [], trap: 'nonce' },
      [`${UUID}1`, `${UUID}2`],
    ],
    [
      'mailchimp',
      PROVIDERS.mailchimp.form,
      { email: 'EMAIL', offers: { name: 'tags', isOne: true }, hidden: [], trap: 'b_1a2b_3c4d' },
      ['11', '12'],
    ],
  ] as const)('is a form as %s takes it, to which the host lets pages send', (kind, action, fields, values) => {
    const site = paper({ provider: PROVIDERS[kind] });
    const signUp = signUpOf(site, 'en');
    expect(signUp?.form).toMatchObject({ action, ...fields });
    expect(signUp?.offers.map(({ value, mail }) => [value, mail])).toEqual(values.map((value) => [value, undefined]));
    const headers = RULE_FILES['_headers']?.(hostRules(editionsOf(site))) ?? '';
    expect(headers).toContain(`form-action 'self' ${action.split('?')[0]};`);
  });

  it('has pages for a provider to lead to, which search engines leave out', () => {
    const pages = pathsOf(paper({ provider: PROVIDERS.listmonk })).map(({ props }) => props.page);
    expect(pages.map(({ head }) => `${new URL(head.canonical).pathname} ${head.noIndex ? 'hidden' : 'shown'}`)).toEqual(
      [
        '/subscribe/ shown',
        '/subscribe/thanks/ hidden',
        '/subscribe/problem/ hidden',
        '/es/suscribirse/ shown',
        '/es/suscribirse/gracias/ hidden',
        '/es/suscribirse/problema/ hidden',
      ],
    );
    expect(pages.map(({ signUp }) => signUp !== undefined)).toEqual([true, false, false, true, false, false]);
  });

  it('makes a page anew if anything of it changes', () => {
    const keys = [paper(), paper({ provider: PROVIDERS.listmonk }), paper({ replyTo: 'a@paper.example' })].map(
      (site) => pathsOf(site)[0]?.cacheKey,
    );
    expect(new Set(keys).size).toBe(3);
  });
});

describe('the settings of a newsletter', () => {
  it('name the provider’s list of every edition that is offered', () => {
    const { daily: _, ...english } = PROVIDERS.mailchimp.lists.en;
    const lists = { ...PROVIDERS.mailchimp.lists, en: english };
    const wrong = {
      ...SITE,
      newsletter: { from: 'news@paper.example', editions: EDITIONS, provider: { ...PROVIDERS.mailchimp, lists } },
    };
    expect(siteSchema.safeParse(wrong).error?.issues.map(({ path }) => path.join('.'))).toEqual([
      'newsletter.provider.lists.en.daily',
    ]);
  });
});
