import { fileOf, type Article, type Newsroom } from '#src/newsroom/newsroom.ts';
import { fileOfTarget, isOnItsWay, resolvedLinks } from '#src/rules/links/resolved-links.ts';
import { namesIn } from '#src/rules/newsroom/dangling-name.ts';
import type { NewsroomView } from '#src/rules/newsroom-view.ts';
import type { ContentProblem } from '#src/rules/rule.ts';
import { checkNewsroom, dependenceProblem, type Unplaced } from '#src/rules/run-rules.ts';
import { COLLECTIONS } from '#src/schemas/collections.ts';
import { compareProblems, compareText } from '#src/schemas/problem.ts';
import { picturePathIn } from './picture-path.ts';
import { placedIn } from './place-problem.ts';

/** A newsroom without its broken files. */
export interface QuarantinedNewsroom {
  newsroom: Newsroom;
  /** Every file that is left out, in order. */
  rejected: string[];
  /** The problems that were found before, and one for each file that is left out because of another. */
  problems: ContentProblem[];
}

/**
 * Leaves out every file that has an error, and then what depends on one: an article whose author is gone, a link that has
 * become dead. The rest is a newsroom without errors, the same as if those files did not exist.
 * @param reading with the problems of pictures
 */
export function quarantine(
  contentRoot: string,
  { newsroom, view, problems }: { newsroom: Newsroom; view: NewsroomView; problems: readonly ContentProblem[] },
): QuarantinedNewsroom {
  const reported = [...problems];
  const broken = problems.filter(({ severity }) => severity === 'error').map(({ file }) => file);
  const folders = broken.filter((file) => file.endsWith('/'));
  // A wrong folder is left out with everything in it.
  const inside = view.files.filter((file) => folders.some((folder) => file.startsWith(folder)));
  const rejected = new Set([...broken, ...inside]);
  for (let left = newsroom; ;) {
    left = without(left, rejected);
    const found = [...dependents(view, left, rejected), ...errorsOf(view, left)];
    // Only the first reason to leave out a file is reported.
    const more = found.filter(({ file }) => !rejected.has(file) && rejected.add(file));
    if (more.length === 0)
      return { newsroom: left, rejected: [...rejected].sort(compareText), problems: reported.sort(compareProblems) };
    reported.push(...more.map((problem) => placedIn(contentRoot, problem)));
  }
}

/** A newsroom without some of its files. @param rejected within the content root */
export function without(newsroom: Newsroom, rejected: ReadonlySet<string>): Newsroom {
  const left = COLLECTIONS.map((collection) => [
    collection,
    newsroom[collection].filter((entry) => !rejected.has(fileOf(collection, entry))),
  ]);
  return Object.fromEntries(left) as Newsroom;
}

/** Articles that name or show a rejected file, and texts that link to one. */
function dependents(view: NewsroomView, left: Newsroom, rejected: ReadonlySet<string>): Unplaced[] {
  const articles = left.articles.flatMap((article) =>
    namesIn(article)
      .map(({ kind, id, path }) => ({ path, needed: `${kind}/${id}.yaml` }))
      .filter(({ needed }) => rejected.has(needed))
      .map(({ path, needed }) =>
        dependenceProblem({ file: article.file, path, value: JSON.stringify(needed) }, needed),
      ),
  );
  const shown = [
    ...left.articles.flatMap((article) => picturesOf(article).map((picture) => ({ file: article.file, ...picture }))),
    ...left.authors.flatMap(({ id, picture }) =>
      picture ? [{ file: `authors/${id}.yaml`, source: picture.src, place: { path: ['picture', 'src'] } }] : [],
    ),
  ].flatMap(({ file, source, place }) => {
    const needed = typeof source === 'string' ? picturePathIn(file, source) : source.file;
    if (!rejected.has(needed)) return [];
    return [dependenceProblem({ file, ...place, value: JSON.stringify(needed) }, needed)];
  });
  const links = resolvedLinks(view).flatMap(({ file, article, address, place, target }) => {
    // No one reads the links of a draft or a withdrawn article.
    if (!view.now || !isOnItsWay(article, view.now)) return [];
    const to = fileOfTarget(target);
    const needed = target.kind === 'unread' ? address : to;
    if (needed === undefined || (target.kind !== 'unread' && !rejected.has(needed))) return [];
    const field = 'path' in place ? {} : { field: 'body' };
    return [{ ...dependenceProblem({ file, value: JSON.stringify(address), ...field }, needed), ...place }];
  });
  return [...articles, ...shown, ...links];
}

/** The pictures an article shows, and where it names them. */
function picturesOf({ picture, bodyPictures }: Article) {
  return [
    ...(picture ? [{ source: picture.src, place: { path: ['picture', 'src'] } }] : []),
    ...bodyPictures.map(({ path, image }) => ({ source: image, place: { field: 'body', shownPath: path } })),
  ];
}

/** The errors of a newsroom without the rejected files. */
function errorsOf(view: NewsroomView, newsroom: Newsroom): Unplaced[] {
  const nothing = { unread: new Set<string>(), unreadKeys: new Set<string>(), unreadAddresses: new Set<string>() };
  return checkNewsroom({ ...view, ...nothing, newsroom, files: [] }).filter(({ severity }) => severity === 'error');
}
