import { readFileSync } from 'node:fs';
import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';

const { url } = JSON.parse(readFileSync(new URL('src/names.json', import.meta.url), 'utf8'));

export default defineConfig({ site: url, trailingSlash: 'always', integrations: [sitemap()] });
