import { encoded, isFile, pageFileOf, type Gone, type HostRules } from './host-rules.ts';

/**
 * Rules for Apache's mod_rewrite, as they stand in a `.htaccess` file at the root of the site. A host without that module
 * skips them and serves the pages that stand at the old addresses.
 *
 * What is gone answers 410 with its own notice: `ErrorDocument` names one for each address, in a section that compares the
 * address that was asked for, since the notice itself is asked for under another.
 * @returns '' where there are no rules
 * @see https://httpd.apache.org/docs/2.4/mod/mod_rewrite.html
 */
export function apacheRedirects({ moved, gone }: HostRules): string {
  if (moved.length === 0 && gone.length === 0) return '';
  return [
    '<IfModule mod_rewrite.c>',
    'RewriteEngine On',
    // `NE`: what is in percent signs already is not put into percent signs again.
    ...moved.map(({ from, to }) => `RewriteRule "${pattern(from)}" "${escaped(encoded(to))}" [R=301,L,NE]`),
    ...gone.map(({ from }) => `RewriteRule "${pattern(from)}" - [G]`),
    '</IfModule>',
    ...gone.map(errorDocument),
    '',
  ].join('\n');
}

/** In a `.htaccess` file a rule sees the path without its first slash. */
function pattern(from: string): string {
  const path = from
    .slice(1)
    .replace(/\/$/, '')
    .replace(/[.+]/g, String.raw`\$&`);
  return `^${path}${isFile(from) ? '' : '/?'}$`;
}

/** In what a rule leads to, a percent sign and a dollar name parts of what was matched. */
function escaped(to: string): string {
  return to.replace(/[%$]/g, String.raw`\$&`);
}

function errorDocument({ from, notice }: Gone): string {
  const path = from.replace(/\/$/, '');
  return [
    `<If "%{REQUEST_URI} in { '${path}', '${path}/' }">`,
    `ErrorDocument 410 ${pageFileOf(notice)}`,
    '</If>',
  ].join('\n');
}
