import type { z } from 'zod';
import type { siteSchema } from './schemas/site.ts';

/** The publisher's settings: everything about the paper except its content and the interface's texts. */
export const siteConfig: z.input<typeof siteSchema> = {
  name: 'Riviera Maya News & Events',
  url: 'https://www.rivieramayanews.example/',
  languages: ['en', 'es'],
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
  zone: 'America/Cancun',
  publisher: 'Riviera Maya News & Events',
  email: 'newsroom@rivieramayanews.example',
  licence: {
    name: { en: 'Text under CC BY 4.0', es: 'Textos bajo CC BY 4.0' },
    url: 'https://creativecommons.org/licenses/by/4.0/',
  },
  foundingYear: 2024,
  aiCrawlers: 'allow',
  lists: {
    articlesPerPage: 20,
    articlesInFeed: 50,
    relatedArticles: 4,
    topArticlesOnFront: 4,
    latestOnFront: 8,
  },
  newsletter: {
    from: 'newsletter@rivieramayanews.example',
    editions: {
      en: {
        daily: { at: '07:00' },
        weekly: { on: 'friday', at: '16:00' },
        breaking: {},
      },
      es: {
        daily: { at: '07:00' },
        weekly: { on: 'friday', at: '16:00' },
        breaking: {},
      },
    },
  },
};
