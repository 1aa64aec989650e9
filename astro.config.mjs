// @ts-check
import { defineConfig } from 'astro/config';
import { buildSettings } from './src/build-settings.ts';
import { parseSite } from './src/site.ts';
import { livePreview } from './src/integrations/live-preview.ts';
import { wholeSite } from './src/integrations/whole-site.ts';

const { contentRoot, origin } = buildSettings(process.env);

export default defineConfig({
  site: parseSite(origin).url,
  trailingSlash: 'always',
  // The default, 'jsx', removes the spaces between words and inline elements.
  compressHTML: true,
  prerenderConflictBehavior: 'error',
  integrations: [livePreview(), ...wholeSite()],
  // The Content-Security-Policy allows no style or script within a page.
  build: { inlineStylesheets: 'never' },
  devToolbar: { enabled: false },
  vite: {
    // The one dynamic import is the search engine's, which has nothing to preload.
    build: { modulePreload: false, assetsInlineLimit: 0 },
    // A content root may be anywhere: the live preview must be allowed to watch it.
    server: { fs: { allow: ['.', contentRoot] } },
  },
});
