/** The wire's abbreviations of American and Canadian states and provinces, without their full stops. */
const REGIONS: Readonly<Record<string, string>> = {
  ala: 'Alabama',
  ariz: 'Arizona',
  ark: 'Arkansas',
  bc: 'British Columbia',
  calif: 'California',
  colo: 'Colorado',
  conn: 'Connecticut',
  dc: 'D.C.',
  del: 'Delaware',
  fla: 'Florida',
  ga: 'Georgia',
  ill: 'Illinois',
  ind: 'Indiana',
  kan: 'Kansas',
  ky: 'Kentucky',
  la: 'Louisiana',
  mass: 'Massachusetts',
  md: 'Maryland',
  mich: 'Michigan',
  minn: 'Minnesota',
  miss: 'Mississippi',
  mo: 'Missouri',
  mont: 'Montana',
  nc: 'North Carolina',
  neb: 'Nebraska',
  nev: 'Nevada',
  nh: 'New Hampshire',
  nj: 'New Jersey',
  nm: 'New Mexico',
  ny: 'New York',
  okla: 'Oklahoma',
  ont: 'Ontario',
  ore: 'Oregon',
  pa: 'Pennsylvania',
  que: 'Quebec',
  ri: 'Rhode Island',
  sc: 'South Carolina',
  tenn: 'Tennessee',
  tex: 'Texas',
  va: 'Virginia',
  vt: 'Vermont',
  wash: 'Washington',
  wis: 'Wisconsin',
  wva: 'West Virginia',
};

/** The date that ends a dateline, with whatever the wire ran into it. */
const DATE = /[\s,.]+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s*\d.*$/is;

/** Marks the wire sets before a city: `****LONDON`, `RPT --LONDON`. */
const MARKS = /^(?:\*+|\(?rpt\)?[\s-]+)/i;

/** A dateline taken apart; `region` is '' where none is named. */
export interface Dateline {
  /** As the wire writes it, in capitals. */
  city: string;
  /** A state or province by its full name, or whatever else stands after the city. */
  region: string;
}

/** `PORTLAND, Ore., March 3` → `PORTLAND`, `Oregon`. */
export function parseDateline(dateline: string): Dateline {
  const place = dateline.trim().replace(DATE, '').replace(MARKS, '').trim();
  const [city = '', ...rest] = place.split(/\s*,\s*/);
  const region = rest.join(' ').trim();
  const abbreviation = region.toLowerCase().replace(/[^a-z]/g, '');
  return { city: city.toUpperCase(), region: REGIONS[abbreviation] ?? region };
}
