import { LANGUAGE_TAGS } from '#src/i18n/format.ts';
import { translator } from '#src/i18n/translate.ts';
import type { Redirect } from '#src/newsroom/redirects.ts';
import { absoluteUrl } from '#src/urls.ts';
import { encodedPath, hasExtension } from './host-rules.ts';

const REFRESH = '<meta http-equiv="refresh"';

/** Whether a page only redirects; editors' text cannot contain such a tag. @param html as text or as bytes */
export function isRedirectPage(html: { includes: (text: string) => boolean }): boolean {
  return html.includes(REFRESH);
}

/**
 * The page at an old address, for hosts that read no rules: browsers and search engines follow it at once, and it has a link for
 * everyone else. Without scripts and styles, so that it fits any policy.
 * @param site the site's address, for the canonical one
 */
export function redirectPage({ to, locale }: Redirect, site: string): string {
  const t = translator(locale);
  const path = encodedPath(to);
  const url = absoluteUrl(site, path);
  return `<!DOCTYPE html>
<html lang="${LANGUAGE_TAGS[locale]}">
<head>
<meta charset="utf-8">
<title>${t('movedTitle')}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
${REFRESH} content="0; url=${path}">
<link rel="canonical" href="${url}">
</head>
<body>
<main>
<h1>${t('movedTitle')}</h1>
<p>${t('movedText')} <a href="${path}">${url}</a></p>
</main>
</body>
</html>
`;
}

/**
 * The file of that page: for an address without an extension, its folder's `index.html`.
 * @returns undefined for other extensions than HTML's: a host would not serve `/story.php` as a page
 */
export function redirectPageFile({ from }: Redirect): string | undefined {
  const path = from.slice(1);
  if (hasExtension(from)) return /\.html?$/i.test(path) ? path : undefined;
  return `${path.replace(/\/$/, '')}/index.html`;
}
