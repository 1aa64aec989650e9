/**
 * The process that bundles the form: `bundle-form.ts <folder> <engine>`: a folder that gets all of its files but its page, and the one
 * of the Markdown engine for browsers.
 */
import { copyFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build, type Plugin } from 'vite';
import { mendCms } from './mend-cms.ts';
import { withSpanishWords } from './program-words.ts';

const [folder, engine] = process.argv.slice(2);
if (!folder || !engine) throw new Error('bundle-form.ts is started by a command, with two folders');

const NO_LANGUAGE = '\0no-language';

/** Leaves out the highlighting of three hundred programming languages, nine tenths of the files. */
const lean: Plugin = {
  name: 'lean-form',
  enforce: 'pre',
  // One module replaces them all: each would be a file of its own.
  resolveId: (source) => (source.startsWith('@shikijs/langs/') ? NO_LANGUAGE : null),
  load: (id) => (id === NO_LANGUAGE ? 'export default [];' : null),
  transform(code, id) {
    if (/@sveltia[\\/]cms[\\/]locales[\\/]es-CO\.json$/.test(id)) return { code: withSpanishWords(code), map: null };
    if (!/@sveltia[\\/]cms[\\/]npm[\\/]index\.js$/.test(id.split('?')[0] ?? '')) return null;
    return { code: mendCms(code), map: null };
  },
};

/**
 * The site's own Markdown engine as WebAssembly, so that the form finds the mistakes that the linter finds. Its threads, which it
 * would need a page of its own origin for, are left out: one text is read in a thousandth of a second.
 */
const browserMarkdown: Plugin = {
  name: 'browser-markdown',
  enforce: 'pre',
  resolveId: (source) =>
    source === '@bruits/satteri-wasm32-wasi' ? resolve(engine, 'satteri_napi.wasi-browser.js') : null,
  transform(code, id) {
    if (!id.endsWith('satteri_napi.wasi-browser.js')) return null;
    const worker = /new Worker\(new URL\([^)]*\), \{[^}]*\}\)/;
    if (!worker.test(code) || !code.includes('asyncWorkPoolSize: 4'))
      throw new Error('the Markdown engine for browsers starts its threads in another way: find out how');
    return {
      code: code.replace(worker, 'undefined').replace('asyncWorkPoolSize: 4', 'asyncWorkPoolSize: 0'),
      map: null,
    };
  },
};

await build({
  configFile: false,
  logLevel: 'error',
  base: './',
  publicDir: false,
  plugins: [lean, browserMarkdown],
  resolve: { conditions: ['browser', 'module', 'import', 'default'] },
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
