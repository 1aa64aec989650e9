/** The process that makes the search index of every edition: `search-index.ts <folder>`, the world in its environment. */
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { close, createIndex } from 'pagefind';
import { buildSettings } from '#src/build-settings.ts';
import { makeEditions, type Edition } from '#src/newsroom/edition.ts';
import { readBody } from '#src/reading/read-collection.ts';
import { readNewsroom } from '#src/reading/read-newsroom.ts';
import { searchRecord } from '#src/search/index-plan.ts';
import { parseSite } from '#src/site.ts';

/** Records handed to the indexer at once: enough to keep it busy, few enough to keep memory flat. */
const BATCH = 200;

/** Pagefind's own interfaces: the site has its own, and readers should not be able to load what nobody looks after. */
const UNUSED = /^pagefind-(?:component-ui|modular-ui|ui|highlight)\./;

const [folder] = process.argv.slice(2);
const { contentRoot, now, origin } = buildSettings(process.env);
if (!folder || !now) throw new Error('search-index.ts is started by the build, with a folder and a world');

const { newsroom } = readNewsroom(contentRoot);
let count = 0;
for (const edition of Object.values(makeEditions(newsroom, parseSite(origin), now))) {
  count += await indexEdition(edition, join(folder, edition.locale));
}
await close();
process.stdout.write(String(count));

async function indexEdition(edition: Edition, outputPath: string): Promise<number> {
  const { index, errors } = await createIndex({ forceLanguage: edition.locale });
  if (!index) throw new Error(`The search index could not be started: ${errors.join('; ')}`);
  for (let start = 0; start < edition.articles.length; start += BATCH) {
    const batch = edition.articles.slice(start, start + BATCH);
    const answers = await Promise.all(
      batch.map((article) =>
        index.addCustomRecord(searchRecord(edition, article, readBody(contentRoot, article.file))),
      ),
    );
    const failed = answers.flatMap((answer) => answer.errors);
    if (failed.length > 0) throw new Error(`The search index refused a story: ${failed.join('; ')}`);
  }
  const written = await index.writeFiles({ outputPath });
  if (written.errors.length > 0) throw new Error(`The search index could not be written: ${written.errors.join('; ')}`);
  await index.deleteIndex();
  for (const name of readdirSync(outputPath)) {
    if (UNUSED.test(name)) rmSync(join(outputPath, name));
  }
  return edition.articles.length;
}
