import { createServer, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { buttondownSender } from '../../../scripts/newsletter/senders/buttondown.ts';
import { listmonkSender } from '../../../scripts/newsletter/senders/listmonk.ts';
import { mailchimpSender } from '../../../scripts/newsletter/senders/mailchimp.ts';
import type { CampaignSender } from '../../../scripts/newsletter/senders/sender.ts';
import { listening } from '../../local-server.ts';
import { makeIssue } from './issue-for-tests.ts';

/** What a service was asked. */
interface Asked {
  method: string;
  path: string;
  headers: IncomingMessage['headers'];
  body: Record<string, unknown>;
}

interface Answer {
  status?: number;
  headers?: Record<string, string>;
  body?: unknown;
}

/** A service on this machine, which answers as it is told and remembers what it was asked. */
async function service(answer: (asked: Asked, turn: number) => Answer): Promise<{ base: string; asked: Asked[] }> {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    void text(request).then((written) => {
      const { method = '', url = '', headers } = request;
      const one = { method, path: url, headers, body: written === '' ? {} : (JSON.parse(written) as Asked['body']) };
      asked.push(one);
      const { status = 200, headers: more = {}, body } = answer(one, asked.length);
      response.writeHead(status, { 'content-type': 'application/json', ...more });
      response.end(typeof body === 'string' ? body : body === undefined ? undefined : JSON.stringify(body));
    });
  });
  return { base: (await listening(server)).origin, asked };
}

const KEYS = {
  BUTTONDOWN_API_KEY: 'bd-secret',
  LISTMONK_API_USER: 'press',
  LISTMONK_API_TOKEN: 'lm-secret',
  MAILCHIMP_API_KEY: 'mc-secret-us12',
};
beforeEach(() => {
  for (const [name, value] of Object.entries(KEYS)) vi.stubEnv(name, value);
});
afterEach(() => void vi.unstubAllEnvs());

const AT = new Date('2026-12-01T12:15:00Z');
const FROM = { name: 'Coast News', email: 'news@paper.example', replyTo: 'desk@paper.example' };
const LISTMONK = {
  kind: 'listmonk',
  template: 7,
  lists: { en: { daily: { id: 3, uuid: 'a2f37a1c-4a6b-4f4e-8f0e-6a1d1a1f0a01' } } },
} as const;
const MAILCHIMP = {
  kind: 'mailchimp',
  form: 'https://coast.us12.list-manage.com/subscribe/post?u=1a2b&id=3c4d',
  lists: { en: { daily: 11 } },
} as const;
const buttondown = (base: string) =>
  buttondownSender({ kind: 'buttondown', username: 'coast', lists: { en: { daily: 'tag_1' } } }, base);
const listmonk = (base: string) => listmonkSender({ ...LISTMONK, url: `${base}/` }, FROM);
const mailchimp = (base: string) => mailchimpSender(MAILCHIMP, FROM, base);

/** An issue whose words the services' templates would take for places to fill in. */
const TRICKY = makeIssue({
  subject: 'A {{ headline }} with *|TAGS|*',
  html: '<style>p{color:red}@media{{x{}}</style><p title="{{ a }}">{{ b }} {% c %} *|D|* https://a.example@TrackLink</p>',
  text: '{{ b }} *|D|*',
});

describe('Buttondown', () => {
  it('gets a draft, or an email planned for an instant, for those with the edition’s tag', async () => {
    const { base, asked } = await service(() => ({ status: 201, body: { id: 'em_1', status: 'draft' } }));
    expect(await buttondown(base).publish(makeIssue(), undefined)).toEqual({ id: 'em_1', isOld: false });
    const [draft] = asked;
    expect([draft?.method, draft?.path, draft?.headers.authorization]).toEqual(['POST', '/emails', 'Token bd-secret']);
    expect(draft?.body).toMatchObject({
      subject: 'The reef has a quiet morning',
      description: 'Divers counted fish.',
      status: 'draft',
      template: 'naked',
      archival_mode: 'disabled',
      canonical_url: makeIssue().webAddress,
      slug: 'en-2026-11-30-daily',
      filters: {
        filters: [{ field: 'subscriber.tags', operator: 'contains', value: 'tag_1' }],
        groups: [],
        predicate: 'and',
      },
    });
    expect(String(draft?.body['body'])).toMatch(/^<!-- buttondown-editor-mode: naked -->\n<!doctype html>/);
    expect(String(draft?.body['body'])).toContain('<a href="{{ unsubscribe_url }}">Unsubscribe</a>');
    await buttondown(base).publish(makeIssue(), AT);
    expect(asked[1]?.body).toMatchObject({ status: 'scheduled', publish_date: '2026-12-01T12:15:00.000Z' });
    // An issue has one key, whenever it is planned for, so that it becomes one email.
    await buttondown(base).publish(makeIssue(), new Date('2026-12-01T13:15:00Z'));
    const keys = asked.map(({ headers }) => headers['x-idempotency-key']);
    expect([keys[1] === keys[2], keys[0] === keys[1]]).toEqual([true, false]);
  });
});

describe('listmonk', () => {
  it('gets a campaign for the edition’s list, and has it planned', async () => {
    const { base, asked } = await service(({ method }) =>
      method === 'GET'
        ? { body: { data: { results: [], total: 0 } } }
        : { body: { data: { id: 5, name: 'x', status: 'draft' } } },
    );
    expect(await listmonk(base).publish(makeIssue(), AT)).toEqual({ id: '5', isOld: false });
    expect(asked.map(({ method, path }) => `${method} ${path.split('?')[0]}`)).toEqual([
      'GET /api/campaigns',
      'POST /api/campaigns',
      'PUT /api/campaigns/5/status',
    ]);
    expect(asked.map(({ headers }) => headers.authorization)).toEqual(asked.map(() => 'token press:lm-secret'));
    expect(asked[1]?.body).toMatchObject({
      name: 'newsletter en/2026-11-30-daily',
      subject: 'The reef has a quiet morning',
      lists: [3],
      from_email: '"Coast News" <news@paper.example>',
      type: 'regular',
      content_type: 'html',
      messenger: 'email',
      template_id: 7,
      send_at: '2026-12-01T12:15:00.000Z',
    });
    expect(asked[1]?.body['body']).toContain('<a href="{{ UnsubscribeURL }}">');
    expect(asked[1]?.body['altbody']).toContain('Unsubscribe: {{ UnsubscribeURL }}\n');
    expect(asked[2]?.body).toEqual({ status: 'scheduled' });
  });

  it('gets none if it has one of the issue already, which is planned if a run was ended before that', async () => {
    const old = { id: 9, name: 'newsletter en/2026-11-30-daily', status: 'draft' };
    const { base, asked } = await service(() => ({ body: { data: { results: [old] } } }));
    expect(await listmonk(base).publish(makeIssue(), AT)).toEqual({ id: '9', isOld: true });
    expect(asked.map(({ method }) => method)).toEqual(['GET', 'PUT']);
  });
});

describe('Mailchimp', () => {
  it('gets a campaign for those with the edition’s tag, then its text, and plans it', async () => {
    const { base, asked } = await service(({ method, path }) => {
      if (method === 'GET') return { body: { campaigns: [] } };
      return path === '/campaigns'
        ? { body: { id: 'c1', status: 'save' } }
        : { status: path.endsWith('schedule') ? 204 : 200, body: path.endsWith('schedule') ? undefined : {} };
    });
    expect(await mailchimp(base).publish(makeIssue(), AT)).toEqual({ id: 'c1', isOld: false });
    expect(asked.map(({ method, path }) => `${method} ${path.split('?')[0]}`)).toEqual([
      'GET /campaigns',
      'POST /campaigns',
      'PUT /campaigns/c1/content',
      'POST /campaigns/c1/actions/schedule',
    ]);
    expect(asked[0]?.headers.authorization).toBe(`Basic ${Buffer.from('key:mc-secret-us12').toString('base64')}`);
    expect(asked[1]?.body).toEqual({
      type: 'regular',
      recipients: { list_id: '3c4d', segment_opts: { saved_segment_id: 11 } },
      settings: {
        subject_line: 'The reef has a quiet morning',
        preview_text: 'Divers counted fish.',
        title: 'newsletter en/2026-11-30-daily',
        from_name: 'Coast News',
        reply_to: 'desk@paper.example',
        inline_css: false,
      },
    });
    expect(asked[2]?.body['html']).toContain('<a href="*|UNSUB|*">');
    expect(asked[2]?.body['plain_text']).toContain('Unsubscribe: *|UNSUB|*');
    expect(asked[3]?.body).toEqual({ schedule_time: '2026-12-01T12:15:00.000Z' });
  });

  it('fills in a draft that was left without its text, and touches nothing that is sent', async () => {
    const title = 'newsletter en/2026-11-30-daily';
    for (const [status, methods] of [
      ['save', ['GET', 'PUT']],
      ['sent', ['GET']],
    ] as const) {
      const { base, asked } = await service(({ method }) => ({
        body: method === 'GET' ? { campaigns: [{ id: 'c1', status, settings: { title } }] } : {},
      }));
      expect(await mailchimp(base).publish(makeIssue(), undefined)).toEqual({ id: 'c1', isOld: true });
      expect(asked.map(({ method }) => method)).toEqual(methods);
    }
  });

  it('is asked for no time between quarters of an hour, and for nothing with a key that is none', async () => {
    const { base, asked } = await service(() => ({ body: {} }));
    await expect(mailchimp(base).publish(makeIssue(), new Date('2026-12-01T12:10:00Z'))).rejects.toThrow(
      '--schedule: Mailchimp sends at each quarter of an hour',
    );
    vi.stubEnv('MAILCHIMP_API_KEY', 'mc-secret');
    expect(() => mailchimp(base)).toThrow('is not a key of Mailchimp');
    expect(asked).toEqual([]);
  });
});

describe.each([
  ['Buttondown', buttondown, 'BUTTONDOWN_API_KEY'],
  ['listmonk', listmonk, 'LISTMONK_API_TOKEN'],
  ['Mailchimp', mailchimp, 'MAILCHIMP_API_KEY'],
] as const)('what %s refuses', (name, senderOf: (base: string) => CampaignSender, key) => {
  const refusalOf = async (answer: Answer): Promise<string> => {
    const { base } = await service(() => answer);
    const error: unknown = await senderOf(base)
      .publish(makeIssue(), undefined)
      .catch((reason: unknown) => reason);
    expect(error).toMatchObject({ name: 'UsageError', exitCode: 1 });
    expect(String(error)).not.toMatch(/secret|ana@/);
    return (error as Error).message.replaceAll(base, '<base>');
  };

  it.each([
    [
      { status: 401, body: { detail: 'Bad key of ana@paper.example.' } },
      `${name} does not accept the key in ${key} for this (401: Bad key of …). Look whether it is the right one, and what it may do.`,
    ],
    [{ status: 422, body: { message: 'subject: too\nlong' } }, `${name} refuses the issue (422: subject: too long).`],
    [
      { status: 404, body: '<h1>404</h1>' },
      `${name} does not know what it is asked for (404). See “newsletter.provider” in src/site.config.ts.`,
    ],
    [{ status: 503, body: '' }, `${name} has a problem of its own (503). Run it again later: nothing is made twice.`],
    [
      { headers: { 'content-type': 'text/html' }, body: '<h1>Hello</h1>' },
      `${name} at <base> answers with something that is not JSON (text/html): is it the right address?`,
    ],
    [
      { status: 429, headers: { 'retry-after': '900' } },
      `${name} has been asked too often (429). Try again in some minutes.`,
    ],
  ])('is told in a sentence without the key: %j', async (answer, message) => {
    expect(await refusalOf(answer)).toBe(message);
  });

  it('is asked again if it is only busy', async () => {
    const busy: Answer = { status: 429, headers: { 'retry-after': '0' } };
    const { base, asked } = await service((_, turn) =>
      turn < 3 ? busy : { body: { id: 'x', status: 'sent', data: { results: [], id: 1 }, campaigns: [] } },
    );
    await senderOf(base).publish(makeIssue(), undefined);
    expect(asked.length).toBeGreaterThan(2);
  });

  it('is told if it is not there, or its key is missing', async () => {
    await expect(senderOf('http://127.0.0.1:9').publish(makeIssue(), undefined)).rejects.toThrow(
      `${name} cannot be reached at http://127.0.0.1:9 (`,
    );
    vi.stubEnv(key, '');
    expect(() => senderOf('http://127.0.0.1:9')).toThrow(`needs the environment variable ${key}`);
  });

  it('fills in nothing but the address at which readers unsubscribe', async () => {
    const { base, asked } = await service(({ method }) => ({
      body:
        method === 'GET'
          ? { data: { results: [] }, campaigns: [] }
          : { id: 'x', status: 'save', data: { id: 1, status: 'draft' } },
    }));
    await senderOf(base).publish(TRICKY, undefined);
    // How Go's templates write their own sign.
    const texts = asked.map(({ body }) => JSON.stringify(body).replaceAll(String.raw`{{ \"{{\" }}`, '')).join('\n');
    const openings = { Buttondown: /\{\{|\{%|\{#/, listmonk: /\{\{|@TrackLink/, Mailchimp: /\*\|/ };
    expect(texts).toContain('&#');
    expect(texts).not.toMatch(openings[name]);
  });
});
