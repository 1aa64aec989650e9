import { z } from 'zod';
import { withError } from './message.ts';
import { lineOfText, picturePath } from './shared-fields.ts';
import { mistakeAt } from './shared-shapes.ts';

/** What an article may embed. The page shows a link, with a picture from the newsroom's own folder. */
export const EMBED_KINDS = ['video', 'map', 'post', 'document'] as const;
export type EmbedKind = (typeof EMBED_KINDS)[number];

/** A site that embeds may come from, and which of its addresses name a single video, map or post. */
interface Service {
  name: string;
  /** Its hosts, without `www.` */
  hosts: readonly string[];
  /** Matches the path, query and fragment of such an address. */
  address: RegExp;
}

const SERVICES: Readonly<Record<Exclude<EmbedKind, 'document'>, readonly Service[]>> = {
  video: [
    {
      name: 'YouTube',
      hosts: ['youtube.com', 'm.youtube.com'],
      address: /^\/(?:watch\?(?:.*&)?v=|shorts\/|live\/)[\w-]{6,}/,
    },
    { name: 'YouTube', hosts: ['youtu.be'], address: /^\/[\w-]{6,}/ },
    { name: 'Vimeo', hosts: ['vimeo.com'], address: /^\/(?:.*\/)?\d{5,}/ },
  ],
  map: [{ name: 'OpenStreetMap', hosts: ['openstreetmap.org', 'osm.org'], address: /^\/./ }],
  post: [
    { name: 'X', hosts: ['x.com', 'twitter.com'], address: /^\/[^/]+\/status\/\d+/ },
    { name: 'Bluesky', hosts: ['bsky.app'], address: /^\/profile\/[^/]+\/post\/\w+/ },
    { name: 'Instagram', hosts: ['instagram.com'], address: /^\/(?:[^/]+\/)?(?:p|reel)\/[\w-]+/ },
    { name: 'Facebook', hosts: ['facebook.com', 'm.facebook.com'], address: /^\/[^/]+\/./ },
  ],
};

/** Mastodon runs on thousands of hosts; its posts' addresses have the same form on all. */
const MASTODON_POST = /^\/@[^/@]+(?:@[^/]+)?\/\d+/;

/**
 * The name of an embed's source for its caption: “YouTube”; for documents and Mastodon the host.
 * @returns undefined if the address is not one of that kind
 */
export function embedSource(kind: EmbedKind, address: string): string | undefined {
  const url = URL.parse(address);
  // Browsers and other programs read these differently: a body has no link to such an address.
  if (/[\u0000-\u001f\u007f\\]/.test(address)) return undefined;
  if (!url || url.username || url.password || !/^https?:\/\//i.test(address)) return undefined;
  const host = url.hostname.replace(/^www\./, '');
  if (kind === 'document') return /^https?:$/.test(url.protocol) ? host : undefined;
  if (url.protocol !== 'https:') return undefined;
  const rest = url.pathname + url.search + url.hash;
  const service = SERVICES[kind].find(({ hosts, address: form }) => hosts.includes(host) && form.test(rest));
  return service?.name ?? (kind === 'post' && MASTODON_POST.test(rest) ? host : undefined);
}

const embedOf = (kind: EmbedKind) =>
  z
    .strictObject({
      url: z
        .string(withError(`embed.${kind}`))
        .refine((address) => embedSource(kind, address) !== undefined, withError(`embed.${kind}`)),
      title: lineOfText(140, 'embed-title'),
      picture: picturePath.optional(),
      alt: lineOfText(300).optional(),
      credit: lineOfText(120).optional(),
    })
    .superRefine(({ picture, alt, credit }, context) => {
      if (picture && !alt) {
        context.addIssue(mistakeAt(['alt'], alt, 'embed-alt'));
      }
      for (const [name, value] of Object.entries({ alt, credit })) {
        if (picture || value === undefined) continue;
        context.addIssue(mistakeAt([name], value, 'picture-words-without-picture'));
      }
    });

/** The attributes of an embed of each kind. */
export const embedSchemas = {
  video: embedOf('video'),
  map: embedOf('map'),
  post: embedOf('post'),
  document: embedOf('document'),
} satisfies Record<EmbedKind, z.ZodType>;

export type EmbedFields = z.output<(typeof embedSchemas)[EmbedKind]>;

export function isEmbedKind(text: string): text is EmbedKind {
  return (EMBED_KINDS as readonly string[]).includes(text);
}
