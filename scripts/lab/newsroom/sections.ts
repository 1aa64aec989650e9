/** The sections of a made newsroom and the desks that sign their stories. */
import type { Locale } from '#src/schemas/locale.ts';

type Bilingual = Record<Locale, string>;

interface Section {
  title: Bilingual;
  description: Bilingual;
  slug: Bilingual;
  /** The desk whose name stands over its stories. */
  desk: DeskId;
}

/** In the order of the section bar. */
export const SECTIONS = {
  economy: {
    title: { en: 'Economy', es: 'Economía' },
    description: {
      en: 'Growth, prices, work and what governments do about them.',
      es: 'Crecimiento, precios, empleo y qué hacen los gobiernos.',
    },
    slug: { en: 'economy', es: 'economia' },
    desk: 'economy-desk',
  },
  money: {
    title: { en: 'Money', es: 'Dinero' },
    description: {
      en: 'Currencies, interest rates and central banks.',
      es: 'Divisas, tasas de interés y bancos centrales.',
    },
    slug: { en: 'money', es: 'dinero' },
    desk: 'economy-desk',
  },
  trade: {
    title: { en: 'Trade', es: 'Comercio' },
    description: {
      en: 'What countries sell each other, and on which terms.',
      es: 'Lo que los países se venden, y en qué condiciones.',
    },
    slug: { en: 'trade', es: 'comercio' },
    desk: 'economy-desk',
  },
  companies: {
    title: { en: 'Companies', es: 'Empresas' },
    description: { en: 'Results, takeovers and dividends.', es: 'Resultados, adquisiciones y dividendos.' },
    slug: { en: 'companies', es: 'empresas' },
    desk: 'companies-desk',
  },
  agriculture: {
    title: { en: 'Agriculture', es: 'Campo' },
    description: { en: 'Harvests, herds and the price of food.', es: 'Cosechas, ganado y el precio de los alimentos.' },
    slug: { en: 'agriculture', es: 'campo' },
    desk: 'commodities-desk',
  },
  energy: {
    title: { en: 'Energy', es: 'Energía' },
    description: { en: 'Oil, gas and fuels.', es: 'Petróleo, gas y combustibles.' },
    slug: { en: 'energy', es: 'energia' },
    desk: 'commodities-desk',
  },
  metals: {
    title: { en: 'Metals', es: 'Metales' },
    description: { en: 'Mines, smelters and bullion.', es: 'Minas, fundiciones y lingotes.' },
    slug: { en: 'metals', es: 'metales' },
    desk: 'commodities-desk',
  },
  shipping: {
    title: { en: 'Shipping', es: 'Navegación' },
    description: { en: 'Ports, freight and the ships at sea.', es: 'Puertos, fletes y barcos en el mar.' },
    slug: { en: 'shipping', es: 'navegacion' },
    desk: 'commodities-desk',
  },
  general: {
    title: { en: 'General', es: 'General' },
    description: { en: 'Everything that has no section of its own.', es: 'Todo lo que no tiene sección propia.' },
    slug: { en: 'general', es: 'general' },
    desk: 'news-desk',
  },
} as const satisfies Record<string, Section>;

export type SectionId = keyof typeof SECTIONS;

interface Desk {
  name: string;
  role: Bilingual;
  biography: Bilingual;
}

export type DeskId = 'economy-desk' | 'companies-desk' | 'commodities-desk' | 'news-desk';

export const DESKS: Readonly<Record<DeskId, Desk>> = {
  'economy-desk': {
    name: 'Economy Desk',
    role: { en: 'Economy, money and trade', es: 'Economía, dinero y comercio' },
    biography: {
      en: 'Signs the stories on economies, currencies and trade in this newsroom made for trials.',
      es: 'Firma las notas de economía, divisas y comercio de esta redacción hecha para pruebas.',
    },
  },
  'companies-desk': {
    name: 'Companies Desk',
    role: { en: 'Companies', es: 'Empresas' },
    biography: {
      en: 'Signs the stories on results and takeovers in this newsroom made for trials.',
      es: 'Firma las notas de resultados y adquisiciones de esta redacción hecha para pruebas.',
    },
  },
  'commodities-desk': {
    name: 'Commodities Desk',
    role: { en: 'Fields, wells, mines and ships', es: 'Campo, pozos, minas y barcos' },
    biography: {
      en: 'Signs the stories on agriculture, energy, metals and shipping in this newsroom made for trials.',
      es: 'Firma las notas de campo, energía, metales y navegación de esta redacción hecha para pruebas.',
    },
  },
  'news-desk': {
    name: 'News Desk',
    role: { en: 'General news', es: 'Información general' },
    biography: {
      en: 'Signs whatever has no section of its own in this newsroom made for trials.',
      es: 'Firma lo que no tiene sección propia en esta redacción hecha para pruebas.',
    },
  },
};
