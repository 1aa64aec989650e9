import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { built, OUTPUT, PROJECT, SITES } from './build-sites.ts';

/** The address of a site below a path of its host, as GitHub Pages and GitLab Pages give it. */
export const BELOW = 'https://user.github.io/My_paper.2/';

/** The folder of that site. */
export const BELOW_SITE = join(OUTPUT, 'below-path');

/** The folder of its newsroom. */
export const BELOW_NEWSROOM = join(OUTPUT, 'below-path-newsroom');

/** Every way in which an editor may write an address of the site. */
const WAYS = `---
title: Every way there is
description: A story with links written in every way.
pubDate: 2026-11-19T09:00
authors: [abril-iglesias]
categories: [region]
aliases: [/2019/every-way.html, /old-ways/]
---

[By its path](/articles/rain/), [by its full address](https://user.github.io/My_paper.2/articles/rain/), [from here](../rain/),
[from far too high up](../../../articles/rain/), [with a part](/articles/the-longest-headline/#s-who-sweeps),
[to a part of its own](#what-follows), [by its path](/articles/every-way/#what-follows),
[in full](https://user.github.io/My_paper.2/articles/every-way/#what-follows), [the front](/), [the feed](/rss.xml),
[by an old address](/old-ways/), [another site of the host](https://user.github.io/other/), [by HTML](/search/?q=rain).

## What follows

Nothing of \`<a href="/articles/rain/">\` changes.

    <img src="/pictures/none.webp" srcset="/a.webp 1x, /b.webp 2x">

![A puddle](./rain.webp "A puddle.")
`;

const WITHDRAWN = `---
title: Taken back
description: A story that was withdrawn.
pubDate: 2026-11-18T09:00
authors: [abril-iglesias]
categories: [region]
withdrawn: { date: 2026-11-20, reason: "It was not so." }
---

It is not so.
`;

/** Builds a newsroom with links in every way below the path, unless it is up to date. */
export async function buildBelowPath(): Promise<void> {
  cpSync(join(PROJECT, SITES.three), BELOW_NEWSROOM, { recursive: true });
  const articles = join(BELOW_NEWSROOM, 'articles', 'en', '2026');
  writeFileSync(join(articles, 'every-way.md'), WAYS);
  writeFileSync(join(articles, 'taken-back.md'), WITHDRAWN);
  await built({ contentRoot: BELOW_NEWSROOM, out: BELOW_SITE, origin: BELOW });
}
