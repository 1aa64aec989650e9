import type { z } from 'zod';
import type { siteSchema } from './schemas/site.ts';

/** The publisher's choices: everything about the paper that is neither a story nor a word of the interface. */
export const siteConfig: z.input<typeof siteSchema> = {
  name: 'Riviera Maya News & Events',
  url: 'https://www.rivieramayanews.example/',
  identity: 'rivieramayanews.example',
  tagline: {
    en: 'News and practical reporting from Cancún to Chetumal',
    es: 'Noticias y servicio, de Cancún a Chetumal',
  },
  description: {
    en: 'Independent local news for the people who live on, work in and visit Mexico’s Caribbean coast.',
    es: 'Periodismo local independiente para quienes viven, trabajan y visitan el Caribe mexicano.',
  },
  home: 'Playa del Carmen, Quintana Roo',
  publisher: 'Riviera Maya News & Events',
  email: 'newsroom@rivieramayanews.example',
  licence: {
    name: { en: 'Text under CC BY 4.0', es: 'Textos bajo CC BY 4.0' },
    url: 'https://creativecommons.org/licenses/by/4.0/',
  },
  foundingYear: 2024,
  lists: {
    storiesPerPage: 20,
    storiesInFeed: 50,
    relatedStories: 4,
    topStoriesOnFront: 4,
    latestOnFront: 8,
  },
};
