import { expect, it } from 'vitest';
import { nginxHeaders } from '#src/hosting/header-files.ts';
import { RULE_FILES } from '#src/hosting/host-files.ts';
import { formHeaders, headersFor, siteHeaders } from '#src/hosting/site-headers.ts';
import { smallSite, writeSite } from '../small-site.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { serveWithNginx } from './nginx.ts';

const lower = (headers: object) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));

it('nginx sends the site’s headers with every file, and lets no copy of what is missing be good for a year', async () => {
  const rules = siteHeaders();
  const forHosts = Object.fromEntries(
    ['_headers', '_redirects', '.htaccess', 'vercel.json'].map((name) => [name, 'rules']),
  );
  const files = { ...forHosts, 'hosting/nginx-headers.conf': nginxHeaders(rules) };
  const stories = { glass: { text: 'Glass', picture: 'reef.0123456789abcdef.480x270.webp' } };
  const origin = await serveWithNginx(writeSite(temporaryFolder(), smallSite({ stories, files })));
  const said = async (path: string) => {
    const { status, headers } = await fetch(origin + path);
    return { status, headers: Object.fromEntries(headers) };
  };
  for (const path of [
    '/',
    '/articles/glass/',
    '/_pictures/reef.0123456789abcdef.480x270.webp',
    '/_astro/frame.one00000.css',
  ]) {
    expect(await said(path)).toMatchObject({ status: 200, headers: lower(headersFor(rules, path)) });
  }
  const missing = await said('/_pictures/none.webp');
  expect(missing).toMatchObject({ status: 404, headers: lower(rules.everywhere) });
  expect(missing.headers['cache-control']).toBeUndefined();
  // Readers get none of the files that are for hosts.
  for (const path of ['/hosting/nginx-headers.conf', '/_headers', '/_redirects', '/.htaccess', '/vercel.json'])
    expect([path, (await said(path)).status]).toEqual([path, 404]);
});

it('nginx sends the form with a policy that lets its own count, and in nobody’s frame', async () => {
  const files = { 'hosting/nginx-headers.conf': nginxHeaders(siteHeaders()) };
  const site = writeSite(temporaryFolder(), smallSite({ stories: { glass: { text: 'Glass' } }, files }));
  const form = temporaryFolder({ 'index.html': 'The form', 'parts/editor.js': '' });
  const origin = await serveWithNginx(site, false, form);
  for (const path of ['/admin/', '/admin/parts/editor.js']) {
    const { status, headers } = await fetch(origin + path);
    expect({ status, headers: Object.fromEntries(headers) }).toMatchObject({
      status: 200,
      headers: lower(headersFor(formHeaders(), path)),
    });
  }
  const short = await fetch(`${origin}/admin`, { redirect: 'manual' });
  expect([short.status, short.headers.get('location')]).toEqual([301, '/admin/']);
  const page = await fetch(`${origin}/`);
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
});

it('nginx serves a site below a path of its host, and nothing of it elsewhere', async () => {
  const below = '/My_paper.2';
  const notice = `${below}/articles/glass/`;
  const rules = {
    below,
    redirects: [{ from: `${below}/Old.html`, to: `${below}/articles/reef/`, locale: 'en' as const }],
    gone: [{ from: notice, notice }],
  };
  const files = {
    _headers: 'rules',
    'hosting/nginx-headers.conf': nginxHeaders(siteHeaders(below)),
    'hosting/nginx-redirects.conf': RULE_FILES['hosting/nginx-redirects.conf']?.(rules) ?? '',
    'events/calendar.ics': 'BEGIN:VCALENDAR',
  };
  const stories = { glass: { text: 'Glass' }, reef: { text: 'Reef' } };
  const form = temporaryFolder({ 'index.html': 'The form' });
  const origin = await serveWithNginx(writeSite(temporaryFolder(), smallSite({ stories, files })), true, form, below);
  const said = async (path: string) => {
    const { status, headers } = await fetch(origin + path, { redirect: 'manual' });
    return [path, status, headers.get('location') ?? headers.get('cache-control')];
  };
  for (const expected of [
    [`${below}/`, 200, 'no-cache'],
    [`${below}/articles/reef/`, 200, 'no-cache'],
    [`${below}/_astro/frame.one00000.css`, 200, siteHeaders().unchangingCaching],
    [`${below}/Old.html`, 301, `${below}/articles/reef/`],
    [notice, 410, null],
    [`${below}/_headers`, 404, null],
    [`${below}/admin`, 301, `${below}/admin/`],
    [`${below}/admin/`, 200, 'no-cache'],
    ['/articles/reef/', 404, null],
  ])
    expect(await said(String(expected[0]))).toEqual(expected);
  const calendar = await fetch(`${origin}${below}/events/calendar.ics`);
  expect(Object.fromEntries(calendar.headers)).toMatchObject(
    lower(headersFor(siteHeaders(below), `${below}/events/calendar.ics`)),
  );
  const pageType = (await fetch(`${origin}${below}/`)).headers.get('content-type');
  expect(pageType).toMatch(/^text\/html/);
  expect(await (await fetch(`${origin}${below}/none/`)).text()).toContain('Not found');
});
