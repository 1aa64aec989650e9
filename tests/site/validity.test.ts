import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import { describe, expect, it } from 'vitest';
import { builtSite } from './built-site.ts';
import { SITES, type SiteName } from './build-sites.ts';
import { htmlRules } from './html-rules.ts';

/** A template is no part of the page until the search fills it: tests/browser/ looks at what it becomes. */
const withoutTemplates = (html: string) => html.replace(/<template[^>]*>.*?<\/template>/gs, '');

const validator = new HtmlValidate(new StaticConfigLoader(htmlRules));

describe.each(Object.keys(SITES) as SiteName[])('the site “%s”', (name) => {
  it('has valid HTML on every page', async () => {
    const faults: string[] = [];
    const { pages, redirects } = builtSite(name);
    for (const { path, html } of [...pages, ...redirects]) {
      const { results } = await validator.validateString(withoutTemplates(html), path);
      for (const { messages } of results) {
        faults.push(
          ...messages.map(({ line, column, ruleId, message }) => `${path}:${line}:${column} ${ruleId} ${message}`),
        );
      }
    }
    expect(faults.slice(0, 20), `${faults.length} faults`).toEqual([]);
  });
});

it('has a validator that sees a fault', async () => {
  const { valid } = await validator.validateString(
    '<!doctype html><html lang="en"><head><title>x</title></head><body><p><div></div></p></body></html>',
  );
  expect(valid).toBe(false);
});
