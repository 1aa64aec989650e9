/** The process that bundles the form: `bundle-form.ts <folder>`, which gets all of its files but its page. */
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Plugin } from 'vite';

const [folder] = process.argv.slice(2);
if (!folder) throw new Error('bundle-form.ts is started by a command, with a folder');

/**
 * What the CMS would request from other servers, and what replaces it. Each must be found in the pinned version, so that a
 * new version that requests something else is noticed.
 */
const ASKED_OUTSIDE: readonly { what: RegExp; instead: string }[] = [
  // Once an hour, for a newer version of itself; this project chooses the version.
  { what: /https:\/\/unpkg\.com\/@sveltia\/cms/g, instead: '/no-updates' },
  // Fonts, which it also brings along.
  { what: /@font-face\s*\{[^}]*cdn\.jsdelivr\.net[^}]*\}/g, instead: '' },
];

const NO_LANGUAGE = '\0no-language';

/** Leaves out the highlighting of three hundred programming languages, nine tenths of the files. */
const lean: Plugin = {
  name: 'lean-form',
  enforce: 'pre',
  // One module replaces them all: each would be a file of its own.
  resolveId: (source) => (source.startsWith('@shikijs/langs/') ? NO_LANGUAGE : null),
  load: (id) => (id === NO_LANGUAGE ? 'export default [];' : null),
  transform(code, id) {
    if (!/@sveltia[\\/]cms[\\/]npm[\\/]index\.js$/.test(id.split('?')[0] ?? '')) return null;
    const own = ASKED_OUTSIDE.reduce((text, { what, instead }) => {
      if (text.search(what) < 0)
        throw new Error(`@sveltia/cms no longer contains ${String(what)}: find out what it requests instead`);
      return text.replace(what, instead);
    }, code);
    return { code: own, map: null };
  },
};

await build({
  configFile: false,
  logLevel: 'error',
  base: './',
  publicDir: false,
  plugins: [lean],
  build: {
    outDir: folder,
    emptyOutDir: true,
    target: 'es2024',
    assetsInlineLimit: 0,
    modulePreload: false,
    chunkSizeWarningLimit: 10_000,
    rolldownOptions: {
      input: join('src', 'admin', 'form.client.ts'),
      output: {
        entryFileNames: 'form.[hash].js',
        chunkFileNames: 'parts/[name].[hash].js',
        assetFileNames: 'parts/[name].[hash][extname]',
      },
    },
  },
});

// The licence must accompany what is served.
copyFileSync(join('node_modules', '@sveltia', 'cms', 'LICENSE.txt'), join(folder, 'LICENSE.txt'));
copyFileSync(join('public', 'favicon.svg'), join(folder, 'icon.svg'));
