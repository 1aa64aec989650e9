// @ts-check
import { defineConfig, fontProviders } from 'astro/config';
import { buildSettings } from './src/build-settings.ts';
import { parseSite } from './src/site.ts';
import { picturesInPreview } from './src/integrations/pictures-in-preview.ts';
import { searchInPreview } from './src/integrations/search-in-preview.ts';

const { contentRoot, origin } = buildSettings(process.env);

/** @param {number} weight @param {'normal' | 'italic'} style @returns {{ weight: number, style: 'normal' | 'italic', src: [string] }} */
const faustina = (weight, style) => ({
  weight,
  style,
  src: [`./node_modules/@fontsource/faustina/files/faustina-latin-${weight}-${style}.woff2`],
});

export default defineConfig({
  site: parseSite(origin).url,
  trailingSlash: 'always',
  // The default, 'jsx', removes the spaces between words and inline elements.
  compressHTML: true,
  prerenderConflictBehavior: 'error',
  integrations: [picturesInPreview(contentRoot), searchInPreview()],
  fonts: [
    {
      provider: fontProviders.local(),
      name: 'Faustina',
      cssVariable: '--font-faustina',
      fallbacks: ['Georgia', 'Times New Roman', 'serif'],
      options: { variants: [faustina(400, 'normal'), faustina(400, 'italic'), faustina(700, 'normal')] },
    },
  ],
  devToolbar: { enabled: false },
  vite: {
    // The one dynamic import is the search engine's, which has nothing to preload.
    build: { modulePreload: false },
    // A content root may lie anywhere: the live preview must be allowed to watch it.
    server: { fs: { allow: ['.', contentRoot] } },
  },
});
