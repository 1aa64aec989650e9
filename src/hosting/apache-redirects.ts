import { sitePath } from '#src/urls.ts';
import { encodedPath, hasExtension, pageFileOf, quotedPath, type Gone, type HostRules } from './host-rules.ts';

/**
 * Rules for Apache's mod_rewrite in a `.htaccess` file at the root of the site. A host without that module skips them and
 * serves the redirect pages.
 *
 * What is gone answers 410 with its own notice: `ErrorDocument` names one for each address, in a section that compares the
 * requested address, since Apache requests the notice under another.
 * @returns '' if there are no rules
 * @see https://httpd.apache.org/docs/2.4/mod/mod_rewrite.html
 */
export function apacheRedirects({ below, redirects, gone }: HostRules): string {
  if (redirects.length === 0 && gone.length === 0) return '';
  return [
    '<IfModule mod_rewrite.c>',
    'RewriteEngine On',
    // `NE`: the address is percent-encoded already.
    ...redirects.map(
      ({ from, to }) => `RewriteRule "${pattern(from, below)}" "${escaped(encodedPath(to))}" [R=301,L,NE]`,
    ),
    ...gone.map(({ from }) => `RewriteRule "${pattern(from, below)}" - [G]`),
    '</IfModule>',
    ...gone.map(errorDocument),
    '',
  ].join('\n');
}

/** A rule in a `.htaccess` file sees the path from the file's folder, without its first slash. */
function pattern(from: string, below: string): string {
  const path = quotedPath((sitePath(below, from) ?? from).slice(1).replace(/\/$/, ''));
  return `^${path}${hasExtension(from) ? '' : '/?'}$`;
}

/** In a rule's target, `%` and `$` refer to parts of the match. */
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
