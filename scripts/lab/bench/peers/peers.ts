import { astro } from './astro.ts';
import { eleventy } from './eleventy.ts';
import { hugo } from './hugo.ts';
import type { Peer } from './peer.ts';

/** Every generator. The first is the one that ratios compare with. */
export const PEERS: readonly Peer[] = [hugo, eleventy, astro];
