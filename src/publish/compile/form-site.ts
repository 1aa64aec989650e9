import { join } from 'node:path';
import { formPage, type FormOpening } from '#src/admin/form-page.ts';
import { cachedFolder } from '#src/disk/folder-cache.ts';
import { sourceKey } from '#src/keys/source-key.ts';
import { formSchema } from '#src/schemas/form-settings.ts';
import type { Site } from '#src/schemas/site.ts';
import { browserEngine } from './browser-engine.ts';
import { runModule } from './run-module.ts';

/** What a form is opened with if the publisher has chosen nothing: a folder of the editor's own machine. */
export function openingOf({ form, name, url }: Pick<Site, 'form' | 'name' | 'url'>): FormOpening {
  return { settings: form ?? formSchema.parse({ host: 'folder' }), site: { name, url } };
}

/** The form's files, by path: its page, and the bundle that serves any newsroom. */
export interface FormSite {
  page: string;
  /** The path and SHA-256 of each of the other files. */
  files: ReadonlyMap<string, { source: string; digest: string }>;
}

/**
 * The form as editors get it. Its bundle takes some seconds to make, once for each version of the CMS and of our own part
 * of it.
 * @param isClean make the bundle anew in any case
 */
export async function formSite(opening: FormOpening, cacheFolder: string, isClean = false): Promise<FormSite> {
  const { path: folder, files } = await cachedFolder({
    cache: join(cacheFolder, 'form'),
    key: sourceKey('form'),
    most: 2,
    isClean,
    make: async (work) =>
      runModule(
        new URL('bundle-form.ts', import.meta.url),
        [work, await browserEngine(cacheFolder)],
        'The form could not be bundled: see the error above. Nothing was written.',
      ),
  });
  const script = [...files.keys()].find((path) => /^form\..*\.js$/.test(path));
  if (!script) throw new Error(`${folder} holds no form; delete it and try again`);
  return {
    page: formPage(opening, script),
    files: new Map([...files].map(([path, digest]) => [path, { source: join(folder, path), digest }])),
  };
}
