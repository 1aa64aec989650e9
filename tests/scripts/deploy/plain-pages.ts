/** The pages of a site without their templates: at real addresses, with real bodies, and with what else deploys check. */
import { feedGroups } from '#src/feeds/edition-feeds.ts';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { belowPath } from '#src/hosting/below-path.ts';
import { hostFileGroups, hostFileText } from '#src/hosting/host-files.ts';
import { renderBody } from '#src/markdown/pipeline.ts';
import type { Edition } from '#src/newsroom/edition.ts';
import { archiveGroups } from '#src/page-data/archive.ts';
import { articleGroups } from '#src/page-data/article.ts';
import { correctionsGroups } from '#src/page-data/corrections.ts';
import { editorsGuidePath } from '#src/page-data/editors-guide.ts';
import { followPath } from '#src/page-data/follow.ts';
import { frontPath } from '#src/page-data/front.ts';
import { authorGroups, categoryGroups, latestGroups, placeGroups, tagGroups } from '#src/page-data/lists.ts';
import { pathsOf } from '#src/page-data/page-group.ts';
import { searchPath } from '#src/page-data/search-page.ts';
import { textPaths } from '#src/page-data/text-page.ts';
import { withdrawnGroups } from '#src/page-data/withdrawn.ts';
import { splitFrontMatter } from '#src/reading/split-front-matter.ts';
import { listUrl, notFoundUrl, pathBelowHost, placeMapUrl, sitePath, sitemapUrl } from '#src/urls.ts';
import { fileAt } from '../../../scripts/deploy/addresses.ts';

/** What every page has around its own content; the search has a form of its own. */
const around = (content: string, isSearch = false) =>
  `${isSearch ? '' : '<input id="masthead-search">'}<main id="content">${content}</main>`;

const link = (href: string) => `<a href="${href.replaceAll('"', '&quot;')}">x</a>`;

/** The address of a route's page. */
function addressFrom(params: object, names: readonly string[]): string {
  const given = new Map<string, unknown>(Object.entries(params));
  return `/${names
    .map((name) => given.get(name))
    .filter(Boolean)
    .map((part) => `${String(part)}/`)
    .join('')}`;
}

/** @param files that are published as they are: their paths from the root */
export function plainPages(
  editions: readonly Edition[],
  contentRoot: string,
  now: Date,
  files: Iterable<string>,
): Map<string, string> {
  const pages = new Map<string, string>();
  const site = editions[0]?.site.url ?? '';
  const below = pathBelowHost(site);
  const add = (canonical: string, html: string) =>
    pages.set(fileAt(decodeURI(sitePath(below, new URL(canonical).pathname) ?? '')), html);
  const bodyOf = (file: string) => splitFrontMatter(readFileSync(join(contentRoot, file), 'utf8'))?.body ?? '';
  for (const edition of editions) {
    const { locale } = edition;
    for (const { props } of pathsOf(articleGroups(edition))) {
      const { head, body, sources, sponsor } = props.page;
      const pictures = new Map(body.pictures.map(({ path, ...picture }) => [path, picture]));
      for (const { src, srcset = '' } of pictures.values())
        for (const path of [src, ...srcset.split(', ').map((one) => one.split(' ', 1)[0] ?? '')])
          pages.set(fileAt(path), '');
      const html = renderBody(bodyOf(body.file), {
        locale,
        page: head.canonical,
        site,
        pictures,
        deadLinks: body.deadLinks,
      });
      add(
        head.canonical,
        around(html + [...sources.map(({ href }) => href ?? '/'), sponsor?.url ?? '/'].map(link).join('')),
      );
    }
    for (const { props } of textPaths(edition)) {
      const { head, body } = props.page;
      add(
        head.canonical,
        around(renderBody(bodyOf(body.file), { locale, page: head.canonical, site, deadLinks: body.deadLinks })),
      );
    }
    const editionPages: readonly [parameters: readonly string[], paths: readonly { params: object }[]][] = [
      [['latest', 'page'], pathsOf(latestGroups(edition, editions))],
      [['categories', 'slug', 'page'], pathsOf(categoryGroups(edition, editions))],
      [['tags', 'slug', 'page'], pathsOf(tagGroups(edition, editions))],
      [['authors', 'slug', 'page'], pathsOf(authorGroups(edition, editions))],
      [['places', 'slug', 'page'], pathsOf(placeGroups(edition, editions))],
      [['archive', 'period'], pathsOf(archiveGroups(edition, editions))],
      [['corrections', 'page'], pathsOf(correctionsGroups(edition, editions))],
      [['articles', 'withdrawn'], pathsOf(withdrawnGroups(edition))],
      [['guide'], [editorsGuidePath(edition, editions)]],
      [['follow'], [followPath(edition, editions)]],
      [[], [frontPath(edition, editions, now)]],
    ];
    for (const [parameters, paths] of editionPages)
      for (const { params } of paths) pages.set(fileAt(addressFrom(params, ['locale', ...parameters])), around(''));
    for (const { id, website } of edition.authors)
      if (website) pages.set(fileAt(listUrl({ locale, kind: 'authors', slug: id })), around(link(website)));
    pages.set(fileAt(addressFrom(searchPath(edition, editions).params, ['locale', 'search'])), around('', true));
    pages.set(fileAt(notFoundUrl(locale)), around(''));
    for (const { id } of edition.places) pages.set(fileAt(placeMapUrl(id)), '');
    for (const { url } of feedGroups(edition).flatMap(({ feeds }) => feeds())) pages.set(fileAt(url), '');
  }
  for (const { file, sources } of hostFileGroups(editions).flatMap((group) => [...group.files()]))
    pages.set(file, hostFileText(sources).text);
  for (const path of [...files, sitemapUrl()]) pages.set(fileAt(path), '');
  return new Map([...pages].map(([file, text]) => [file, `${Buffer.from(belowPath(file, Buffer.from(text), below))}`]));
}
