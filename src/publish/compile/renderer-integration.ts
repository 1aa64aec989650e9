import { cpSync, globSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

const ENTRY = fileURLToPath(new URL('../render/renderer.ts', import.meta.url));

/**
 * Makes `astro build` compile the renderer ({@link file://../render/renderer.ts}), keep it, and render no page. What
 * readers get besides pages (styles, scripts, fonts, the files of `public/`) is in Astro's output folder as always.
 *
 * It is an adapter for a static site with a prerenderer of its own, as Astro's adapter interface describes
 * (docs.astro.build/en/reference/adapter-reference/#custom-prerenderer).
 * @param folder where the compiled renderer goes: inside the project, since it imports installed packages by name
 * @throws Error if the project has middleware, which the renderer would not run
 */
export function keepRenderer(folder: string): AstroIntegration {
  let compiled: URL | undefined;
  return {
    name: 'keep-renderer',
    hooks: {
      'astro:config:setup': ({ config, updateConfig }) => {
        const [middleware] = globSync('middleware{.*,/index.*}', { cwd: fileURLToPath(config.srcDir) });
        if (middleware)
          throw new Error(`src/${middleware}: pages are rendered without middleware; do its work in them`);
        updateConfig({
          vite: {
            plugins: [
              {
                name: 'renderer-entry',
                configEnvironment: (name: string) =>
                  name === 'prerender' ? { build: { rolldownOptions: { input: ENTRY } } } : undefined,
              },
            ],
          },
        });
      },
      'astro:config:done': ({ config, setAdapter }) => {
        compiled = new URL('.prerender/', config.outDir);
        setAdapter({
          name: 'keep-renderer',
          entrypointResolution: 'auto',
          serverEntrypoint: ENTRY,
          adapterFeatures: { buildOutput: 'static' },
          supportedAstroFeatures: { staticOutput: 'stable', sharpImageService: 'stable' },
        });
      },
      'astro:build:start': ({ setPrerenderer }) => {
        setPrerenderer({
          name: 'keep-renderer',
          // Astro removes the compiled program when its own rendering ends.
          setup: async () => {
            if (compiled) cpSync(compiled, folder, { recursive: true });
          },
          getStaticPaths: async () => [],
          render: async () => Promise.reject(new Error('No page is rendered while the renderer is compiled.')),
        });
      },
    },
  };
}
