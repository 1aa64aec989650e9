/** Writes a draft of a content file: `node scripts/new.ts --help`. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { calendarMonth } from '#src/i18n/format.ts';
import { readContentFile } from '#src/reading/read-content-file.ts';
import { readNewsroom } from '#src/reading/read-newsroom.ts';
import { ContentError } from '#src/schemas/problem.ts';
import { contentFile } from '#src/writing/content-file.ts';
import { articleDraft } from './new/article-draft.ts';
import { eventDraft } from './new/event-draft.ts';
import { OTHER_DRAFTS } from './new/draft.ts';
import { COLLECTION_OF, freeFile } from './new/free-file.ts';
import { command, readRequest } from './new/options.ts';
import { runCommand } from './shared/command-line.ts';

await runCommand(command, (values, words) => {
  const request = readRequest(values, words);
  const { kind, contentRoot, now } = request;
  const { newsroom } = readNewsroom(contentRoot);
  const { file, slug } = freeFile(request, newsroom, calendarMonth(now).year);
  const { fields, body, toDo } =
    kind === 'article'
      ? articleDraft(request, newsroom)
      : kind === 'event'
        ? eventDraft(request, newsroom)
        : OTHER_DRAFTS[kind](request, slug, newsroom);

  const collection = COLLECTION_OF[kind];
  const path = join(contentRoot, file);
  mkdirSync(dirname(path), { recursive: true });
  // `wx`: two people who create the same file at once do not overwrite each other's.
  writeFileSync(path, contentFile(collection, fields, body), { flag: 'wx' });
  const { problems } = readContentFile({ contentRoot }, collection, file.slice(collection.length + 1));
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) {
    rmSync(path);
    throw new ContentError(errors);
  }
  console.log(`Written: ${relative('.', path)}`);
  for (const line of toDo) console.log(`  ${line}`);
  return 0;
});
