import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Scenario } from '../scenario.ts';

const LAYOUT = 'src/layouts/ArticleLayout.astro';
const ARTICLE_TAG = /<article\b(?: data-benchmark="\d+")?/;

/** The layout of stories is changed: every story's page must be made again. */
export const template: Scenario = {
  name: 'template',
  title: 'The story layout changed',
  leaves: 'the copy of the project keeps an attribute on its <article>; the checkout is not touched',
  remakesAll: true,
  change({ project }, run) {
    const path = join(project, LAYOUT);
    const before = readFileSync(path, 'utf8');
    const after = before.replace(ARTICLE_TAG, `<article data-benchmark="${run + 1}"`);
    if (after === before) throw new Error(`${LAYOUT} has no <article> that run ${run + 1} could change`);
    writeFileSync(path, after);
    return { stories: [], sources: [LAYOUT] };
  },
};
