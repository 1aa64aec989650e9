import type { Locale } from '#src/schemas/locale.ts';
import type { SectionId } from './sections.ts';

/** What a sentence is made with. */
export interface SentenceParts {
  /** A singular noun with its article, in lower case: “the wheat harvest”, “la cosecha de trigo”. */
  subject: string;
  place: string;
  /** Who says so: “the ministry”. */
  speaker: string;
  cause: string;
  percent: string;
  amount: string;
}

/**
 * The words of one language. Both languages have as many of each kind, in the same order: the same choices made in both
 * are translations of each other.
 */
interface Vocabulary {
  subjects: Readonly<Record<SectionId, readonly string[]>>;
  speakers: readonly string[];
  causes: readonly string[];
  titles: readonly ((parts: SentenceParts) => string)[];
  /** The first sentence of a story, which is also its description. */
  openings: readonly ((parts: SentenceParts) => string)[];
  sentences: readonly ((parts: SentenceParts) => string)[];
  headings: readonly string[];
  /** Heads of a table with three columns. */
  tableHeads: readonly [string, string, string];
  correction: string;
  withdrawal: string;
  sponsor: string;
  source: string;
  quotation: string;
  footnote: string;
}

export const VOCABULARIES: Readonly<Record<Locale, Vocabulary>> = {
  en: {
    subjects: {
      economy: [
        'the price index',
        'household spending',
        'the jobless rate',
        'industrial output',
        'the growth forecast',
      ],
      money: [
        'the exchange rate',
        'the key interest rate',
        'the currency reserve',
        'overnight lending',
        'the bond market',
      ],
      trade: ['the trade surplus', 'the export quota', 'the customs union', 'the tariff schedule', 'the import bill'],
      companies: [
        'the quarterly profit',
        'the takeover offer',
        'the half-year dividend',
        'the share price',
        'the order book',
      ],
      agriculture: ['the wheat harvest', 'the coffee crop', 'the cocoa quota', 'the sugar price', 'the cattle herd'],
      energy: ['the crude price', 'the gas pipeline', 'the refinery margin', 'the oil output', 'the fuel reserve'],
      metals: ['the copper price', 'the gold output', 'the tin stockpile', 'the zinc smelter', 'the nickel mine'],
      shipping: ['the freight rate', 'the harbour toll', 'the ferry line', 'the canal traffic', 'the tanker fleet'],
      general: ['the town library', 'the night train', 'the water tower', 'the harvest fair', 'the old observatory'],
    },
    speakers: [
      'the ministry',
      'the harbour office',
      'the statistics board',
      'the growers’ union',
      'the company',
      'the central bank',
    ],
    causes: [
      'a dry spring',
      'weak demand',
      'a longer strike',
      'a new rule',
      'a good harvest',
      'the price of freight',
      'the early frost',
    ],
    titles: [
      ({ subject, place, percent }) => `${subject} in ${place} rises ${percent} per cent`,
      ({ subject, place, cause }) => `${subject} in ${place} falls after ${cause}`,
      ({ subject, place, speaker }) => `${speaker} sees no change for ${subject} in ${place}`,
      ({ subject, cause }) => `How ${cause} changed ${subject}`,
      ({ place, subject }) => `${place} waits for news of ${subject}`,
    ],
    openings: [
      ({ subject, place, percent, cause }) =>
        `${subject} in ${place} moved by ${percent} per cent over the month, and ${cause} had much to do with it.`,
      ({ subject, place, speaker }) =>
        `${speaker} said that ${subject} in ${place} would be looked at again before the end of the quarter.`,
      ({ subject, place, amount }) =>
        `A change to ${subject} could be worth ${amount} million dollars a year to ${place}, according to a first estimate.`,
    ],
    sentences: [
      ({ subject, percent }) => `A year ago ${subject} stood ${percent} per cent lower.`,
      ({ speaker, cause }) => `Asked for the reason, ${speaker} named ${cause} and nothing else.`,
      ({ amount }) => `The first reports spoke of ${amount} tonnes; the figure has since been revised twice.`,
      ({ place, cause }) => `In ${place} few had expected it, since ${cause} comes round every few years.`,
      ({ speaker }) => `“We count first and talk afterwards,” a clerk at ${speaker} said.`,
      ({ subject, place }) =>
        `What becomes of ${subject} will be decided in ${place}, where a meeting is called for the second week of the month.`,
      ({ percent, amount }) =>
        `Of the ${amount} contracts now open, about ${percent} per cent will run out before winter.`,
      ({ cause }) => `Nobody who was asked thought that ${cause} could have been foreseen.`,
      ({ place }) => `The offices in ${place} keep their books by hand, which is slow and has never lost a page.`,
      ({ percent }) => `Half of the people asked in a street poll had heard of it; ${percent} per cent had an opinion.`,
      ({ subject, speaker }) => `${speaker} publishes its numbers for ${subject} on the tenth of the month.`,
      ({ amount, place }) => `About ${amount} people in ${place} live from it, more than from any other trade.`,
    ],
    headings: ['What is known', 'What happens next', 'The figures', 'Who decides'],
    tableHeads: ['Month', 'Tonnes', 'Change'],
    correction: 'An earlier version of this story gave the wrong month for the figures.',
    withdrawal: 'The figures on which the story rested were withdrawn by their source.',
    sponsor: 'Invented Freight Company',
    source: 'Statistics Board, monthly bulletin',
    quotation: 'We count first and talk afterwards.',
    footnote: 'Tonnes are metric throughout.',
  },
  es: {
    subjects: {
      economy: [
        'el índice de precios',
        'el gasto de los hogares',
        'la tasa de desempleo',
        'la producción industrial',
        'la previsión de crecimiento',
      ],
      money: [
        'el tipo de cambio',
        'la tasa de referencia',
        'la reserva de divisas',
        'el crédito a un día',
        'el mercado de bonos',
      ],
      trade: [
        'el superávit comercial',
        'la cuota de exportación',
        'la unión aduanera',
        'el arancel',
        'la factura de importación',
      ],
      companies: [
        'la ganancia trimestral',
        'la oferta de compra',
        'el dividendo semestral',
        'el precio de la acción',
        'la cartera de pedidos',
      ],
      agriculture: [
        'la cosecha de trigo',
        'la producción de café',
        'la cuota de cacao',
        'el precio del azúcar',
        'el hato ganadero',
      ],
      energy: [
        'el precio del crudo',
        'el gasoducto',
        'el margen de refinación',
        'la extracción de petróleo',
        'la reserva de combustible',
      ],
      metals: [
        'el precio del cobre',
        'la producción de oro',
        'la reserva de estaño',
        'la fundición de zinc',
        'la mina de níquel',
      ],
      shipping: [
        'la tarifa de flete',
        'el peaje del puerto',
        'la línea de transbordadores',
        'el tráfico del canal',
        'la flota petrolera',
      ],
      general: [
        'la biblioteca del pueblo',
        'el tren nocturno',
        'el depósito de agua',
        'la feria de la cosecha',
        'el antiguo observatorio',
      ],
    },
    speakers: [
      'el ministerio',
      'la capitanía de puerto',
      'el instituto de estadística',
      'la unión de productores',
      'la empresa',
      'el banco central',
    ],
    causes: [
      'una primavera seca',
      'la escasa demanda',
      'una huelga larga',
      'una regla nueva',
      'una buena cosecha',
      'el precio del flete',
      'la helada temprana',
    ],
    titles: [
      ({ subject, place, percent }) => `Sube ${percent} por ciento ${subject} en ${place}`,
      ({ subject, place, cause }) => `Baja ${subject} en ${place} por ${cause}`,
      ({ subject, place, speaker }) => `Para ${speaker} no habrá cambios: así sigue ${subject} en ${place}`,
      ({ subject, cause }) => `Así cambió ${subject} con ${cause}`,
      ({ place, subject }) => `¿Qué espera ${place} ahora que cambia ${subject}?`,
    ],
    openings: [
      ({ subject, place, percent, cause }) =>
        `En ${place} ${subject} se movió ${percent} por ciento en el mes, y en ello pesó mucho ${cause}.`,
      ({ subject, place, speaker }) =>
        `Antes del fin del trimestre ${speaker} revisará otra vez ${subject} en ${place}, según dijo el lunes.`,
      ({ subject, place, amount }) =>
        `Un cambio en ${subject} valdría para ${place} unos ${amount} millones de dólares al año, según un primer cálculo.`,
    ],
    sentences: [
      ({ subject, percent }) => `Hace un año ${subject} estaba ${percent} por ciento más abajo.`,
      ({ speaker, cause }) => `Al preguntársele la razón, ${speaker} mencionó ${cause} y nada más.`,
      ({ amount }) =>
        `Los primeros informes hablaban de ${amount} toneladas; desde entonces la cifra se corrigió dos veces.`,
      ({ place, cause }) => `En ${place} pocos lo esperaban, aunque ${cause} se repite cada tantos años.`,
      ({ speaker }) => `“Primero contamos y después hablamos”, dijo quien atiende la ventanilla en ${speaker}.`,
      ({ subject, place }) =>
        `Qué será de ${subject} se decidirá en ${place}, donde hay reunión la segunda semana del mes.`,
      ({ percent, amount }) =>
        `De los ${amount} contratos abiertos, cerca del ${percent} por ciento vence antes del invierno.`,
      ({ cause }) => `Nadie entre los consultados creyó que ${cause} pudiera preverse.`,
      ({ place }) => `En ${place} las oficinas llevan los libros a mano: es lento y nunca se ha perdido una hoja.`,
      ({ percent }) =>
        `La mitad de los encuestados en la calle había oído hablar del asunto; ${percent} por ciento tenía una opinión.`,
      ({ subject, speaker }) => `${speaker} publica sus números sobre ${subject} el día diez de cada mes.`,
      ({ amount, place }) => `Unas ${amount} personas en ${place} viven de ello, más que de cualquier otro oficio.`,
    ],
    headings: ['Lo que se sabe', 'Lo que sigue', 'Las cifras', 'Quién decide'],
    tableHeads: ['Mes', 'Toneladas', 'Cambio'],
    correction: 'Una versión anterior de esta nota daba mal el mes de las cifras.',
    withdrawal: 'La fuente retiró las cifras en que se apoyaba la nota.',
    sponsor: 'Compañía Inventada de Fletes',
    source: 'Instituto de Estadística, boletín mensual',
    quotation: 'Primero contamos y después hablamos.',
    footnote: 'Las toneladas son métricas en todo el texto.',
  },
};
