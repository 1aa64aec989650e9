/** The process that compiles the site: `compile-site.ts <folder>`, which gets `renderer/` and `assets/`. */
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'astro';
import { SETTING_NAMES } from '#src/build-settings.ts';
import { ASSETS, RENDERER } from './compiled-site.ts';
import { keepRenderer } from './renderer-integration.ts';

const [folder] = process.argv.slice(2);
if (!folder) throw new Error('compile-site.ts is started by the build, with a folder');

// The renderer is compiled without content, and so serves any newsroom.
const noContent = join(folder, 'no-content');
mkdirSync(noContent, { recursive: true });
process.env[SETTING_NAMES.contentRoot] = noContent;
process.env[SETTING_NAMES.cacheFolder] = join(folder, 'no-cache');
process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
// Astro takes these environment variables for `import.meta.env`, and Vitest sets them; a site that is compiled for
// development has no Content-Security-Policy in its pages.
process.env['NODE_ENV'] = 'production';
for (const name of ['BASE_URL', 'DEV', 'MODE', 'PROD', 'SSR']) Reflect.deleteProperty(process.env, name);
// Astro makes a new encryption key at each build, though nothing here is encrypted: with a constant key, the same sources
// compile to the same bytes.
process.env['ASTRO_KEY'] = Buffer.alloc(32).toString('base64');

await build({
  outDir: join(folder, ASSETS),
  cacheDir: join(folder, 'astro'),
  // Vite's own would be in node_modules, which may belong to somebody else.
  vite: { cacheDir: join(folder, 'vite') },
  logLevel: 'error',
  integrations: [keepRenderer(join(folder, RENDERER))],
});

for (const name of readdirSync(folder)) {
  if (name !== ASSETS && name !== RENDERER) rmSync(join(folder, name), { recursive: true });
}
