import { cpSync, globSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

const ENTRY = fileURLToPath(new URL('../render/renderer.ts', import.meta.url));

/**
 * Makes `astro build` compile the press ({@link file://../render/renderer.ts}) and keep it, and render no page. What goes to
 * readers besides pages (styles, scripts, fonts, the files of `public/`) is in Astro's output folder as always.
 *
 * It is an adapter for a static site with a prerenderer of its own, as Astro's adapter interface describes
 * (docs.astro.build/en/reference/adapter-reference/#custom-prerenderer).
 * @param folder where the compiled press is kept: inside the project, since it imports installed packages by name
 * @throws Error where the project has middleware: the press has nothing that would run it
 */
export function press(folder: string): AstroIntegration {
  let compiled: URL | undefined;
  return {
    name: 'press',
    hooks: {
      'astro:config:setup': ({ config, updateConfig }) => {
        const [middleware] = globSync('middleware{.*,/index.*}', { cwd: fileURLToPath(config.srcDir) });
        if (middleware) throw new Error(`src/${middleware}: pages are printed without middleware; do its work in them`);
        updateConfig({
          vite: {
            plugins: [
              {
                name: 'press-entry',
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
          name: 'press',
          entrypointResolution: 'auto',
          serverEntrypoint: ENTRY,
          adapterFeatures: { buildOutput: 'static' },
          supportedAstroFeatures: { staticOutput: 'stable', sharpImageService: 'stable' },
        });
      },
      'astro:build:start': ({ setPrerenderer }) => {
        setPrerenderer({
          name: 'press',
          // Astro removes the compiled program when its own rendering ends.
          setup: async () => {
            if (compiled) cpSync(compiled, folder, { recursive: true });
          },
          getStaticPaths: async () => [],
          render: async () => Promise.reject(new Error('The press renders no page while it is compiled.')),
        });
      },
    },
  };
}
