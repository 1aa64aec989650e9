import { escapeAttribute, escapeText } from 'entities/escape';
import type { FormSettings } from '#src/schemas/form-settings.ts';
import { formPolicy } from './form-policy.ts';

/** The element of the form's page that holds its {@link FormOpening}. */
export const OPENED_WITH = 'form-settings';

/** What the form's script needs to know. */
export interface FormOpening {
  settings: FormSettings;
  site: { name: string; url: string };
}

/**
 * The one page of the form. `noindex` is in it and not in robots.txt, which would reveal the form's address.
 * @param script the path of its script, relative to the page
 */
export function formPage({ settings, site }: FormOpening, script: string): string {
  // “</script>” in a text would end the element.
  const data = JSON.stringify({ settings, site }).replace(/</g, '\\u003c');
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="${escapeAttribute(formPolicy(settings))}">
    <meta name="robots" content="noindex, nofollow">
    <meta name="referrer" content="no-referrer">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${escapeText(site.name)}</title>
    <link rel="icon" href="./icon.svg" type="image/svg+xml">
    <script type="application/json" id="${OPENED_WITH}">${data}</script>
    <script type="module" src="./${script}"></script>
  </head>
  <body></body>
</html>
`;
}
