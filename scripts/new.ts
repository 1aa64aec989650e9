/** Begins a content file: `node scripts/new.ts --help`. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { calendarMonth } from '#src/i18n/format.ts';
import { readContentFile } from '#src/reading/read-content-file.ts';
import { readNewsroom } from '#src/reading/read-newsroom.ts';
import { ContentError } from '#src/schemas/problem.ts';
import { contentFile } from '#src/writing/content-file.ts';
import { BEGIN_OTHER } from './new/begin-other.ts';
import { beginStory } from './new/begin-story.ts';
import { COLLECTION_OF, freeFile } from './new/free-slug.ts';
import { command, readOrder } from './new/options.ts';
import { runCommand } from './shared/command-line.ts';
import { checkContentRoot } from './shared/content-root.ts';

await runCommand(command, (values, words) => {
  const order = readOrder(values, words);
  checkContentRoot(order.contentRoot);
  const { newsroom } = readNewsroom(order.contentRoot);
  const { kind, contentRoot, now } = order;
  // To the minute: nobody dates a story by its seconds.
  const dated = { ...order, now: new Date(Math.floor(now.getTime() / 60_000) * 60_000) };
  const { file, slug } = freeFile(dated, newsroom, calendarMonth(now).year);
  const { fields, body, toFill } = kind === 'article' ? beginStory(dated, newsroom) : BEGIN_OTHER[kind](dated, slug);

  const collection = COLLECTION_OF[kind];
  const path = join(contentRoot, file);
  mkdirSync(dirname(path), { recursive: true });
  // `wx`: two people who begin the same file at once do not overwrite each other's.
  writeFileSync(path, contentFile(collection, fields, body), { flag: 'wx' });
  const { problems } = readContentFile(contentRoot, collection, file.slice(collection.length + 1));
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) {
    rmSync(path);
    throw new ContentError(errors);
  }
  console.log(`Written: ${relative('.', path)}`);
  for (const line of toFill) console.log(`  ${line}`);
  return 0;
});
