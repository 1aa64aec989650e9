import { expect, it } from 'vitest';
import { nginxHeaders } from '#src/hosting/header-files.ts';
import { formHeaders, headersFor, siteHeaders } from '#src/hosting/site-headers.ts';
import { smallSite, writeSite } from '../small-site.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { serveWithNginx } from './nginx.ts';

const lower = (headers: object) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));

it('nginx sends the site’s headers with every file, and lets no copy of what is missing be good for a year', async () => {
  const rules = siteHeaders();
  const files = { 'hosting/nginx-headers.conf': nginxHeaders(rules) };
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
  const page = await fetch(`${origin}/`);
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
});
