import type { FormSettings } from '#src/schemas/form-settings.ts';

/** The origins of a host's API, and of its users' pictures. */
function hostSources({ host, server, signIn }: FormSettings): { connect: string[]; pictures: string[] } {
  const own = [server, signIn?.at].flatMap((address) => (address ? [new URL(address).origin] : []));
  switch (host) {
    case 'github':
      return server
        ? { connect: own, pictures: own }
        : {
            connect: ['https://api.github.com', 'https://www.githubstatus.com', ...own],
            pictures: ['https://avatars.githubusercontent.com'],
          };
    case 'gitlab':
      return server
        ? { connect: own, pictures: own }
        : { connect: ['https://gitlab.com'], pictures: ['https://gitlab.com'] };
    case 'gitea':
    case 'forgejo':
      return { connect: own, pictures: own };
    case 'folder':
      return { connect: [], pictures: [] };
  }
}

/**
 * The content security policy of the form's page: its own files, its host, and nothing else. The form keeps the editor's
 * access token in the browser, where a script of another origin could read it.
 *
 * `'unsafe-inline'` for styles: the CMS sets the style attribute of hundreds of elements. `'wasm-unsafe-eval'`: it resizes
 * pictures with WebAssembly in browsers that cannot write WebP. `blob:` frames: the preview.
 */
export function formPolicy(settings: FormSettings): string {
  const { connect, pictures } = hostSources(settings);
  return Object.entries({
    'default-src': ["'none'"],
    'script-src': ["'self'", "'wasm-unsafe-eval'"],
    'style-src': ["'self'", "'unsafe-inline'"],
    'img-src': ["'self'", 'blob:', 'data:', ...pictures],
    'media-src': ["'self'", 'blob:'],
    'font-src': ["'self'"],
    'connect-src': ["'self'", 'blob:', 'data:', ...connect],
    'worker-src': ["'self'", 'blob:'],
    'frame-src': ['blob:'],
    'manifest-src': ["'self'", 'blob:', 'data:'],
    'base-uri': ["'self'"],
    'form-action': ["'none'"],
  })
    .map(([directive, sources]) => `${directive} ${sources.join(' ')}`)
    .join('; ');
}
