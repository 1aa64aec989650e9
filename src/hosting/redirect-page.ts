import { LANGUAGE_TAGS } from '#src/i18n/format.ts';
import { translator } from '#src/i18n/translate.ts';
import type { Redirect } from '#src/newsroom/redirects.ts';
import { absoluteUrl } from '#src/urls.ts';
import { encoded, isFile } from './host-rules.ts';

const REFRESH = '<meta http-equiv="refresh"';

/** Whether a page only leads on; no text of an editor's can hold such a tag. @param html as text or as bytes */
export function isRedirectPage(html: { includes: (text: string) => boolean }): boolean {
  return html.includes(REFRESH);
}

/**
 * The page at an old address, for hosts that know no rules: browsers and search engines follow it at once, and whoever does
 * not finds a link. No script and no style, so that it needs nothing of any policy.
 * @param origin the site's, for the canonical address
 */
export function redirectPage({ to, locale }: Redirect, origin: string): string {
  const t = translator(locale);
  const path = encoded(to);
  const url = absoluteUrl(origin, path);
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
 * The file in which that page stands: for an address without an ending its folder's `index.html`.
 * @returns undefined where a page cannot stand in for what was there: a host would call `/story.php` anything but a page
 */
export function redirectPageFile({ from }: Redirect): string | undefined {
  const path = from.slice(1);
  if (isFile(from)) return /\.html?$/i.test(path) ? path : undefined;
  return `${path.replace(/\/$/, '')}/index.html`;
}
