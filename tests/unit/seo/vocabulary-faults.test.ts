import { expect, it } from 'vitest';
import { vocabularyFaults } from '../../vocabulary-faults.ts';

const ARTICLE = {
  '@type': 'OpinionNewsArticle',
  headline: 'The reef',
  dateline: 'Tulum',
  wordCount: 12,
  isAccessibleForFree: true,
  author: [{ '@type': 'Person', name: 'Ana' }, { '@id': 'https://paper.example/#desk' }],
  publisher: { '@type': 'NewsMediaOrganization', ethicsPolicy: 'https://paper.example/ethics/' },
  contentLocation: { '@type': 'Place', geo: { '@type': 'GeoCoordinates', latitude: 20.6 } },
};

it('the vocabulary of schema.org allows what it has, of types above and below too', () => {
  expect(vocabularyFaults([ARTICLE])).toEqual([]);
  const event = { '@type': 'Event', eventStatus: 'https://schema.org/EventCancelled', superEvent: ARTICLE.author[1] };
  expect(vocabularyFaults(event)).toEqual([]);
});

it.each([
  ['a type that there is not', { '@type': 'NewsStory' }, 'NewsStory: there is no type NewsStory'],
  [
    'a property that the type does not have',
    { ...ARTICLE, startDate: '2026' },
    'OpinionNewsArticle: OpinionNewsArticle has no property startDate',
  ],
  [
    'a property of another type, deep inside',
    { ...ARTICLE, author: { '@type': 'Person', logo: 'x' } },
    'OpinionNewsArticle.author: Person has no property logo',
  ],
  [
    'a thing that the property does not take',
    { ...ARTICLE, author: { '@type': 'Place', name: 'Tulum' } },
    'OpinionNewsArticle.author: Place is none of Person, Organization, IdReference',
  ],
  [
    'a text for a number',
    { ...ARTICLE, wordCount: 'twelve' },
    'OpinionNewsArticle.wordCount: "twelve" is none of Integer',
  ],
  ['a number for a text', { ...ARTICLE, headline: 7 }, 'OpinionNewsArticle.headline: 7 is none of Text'],
  [
    'a thing without a type',
    { ...ARTICLE, author: { name: 'Ana' } },
    'OpinionNewsArticle.author: a node without a type',
  ],
] as const)('the vocabulary of schema.org does not allow %s', (_, node, fault) => {
  const faults = vocabularyFaults(node);
  expect(faults).toHaveLength(1);
  expect([...(faults[0] ?? '')].join('')).toContain(fault.split(' is none of')[0] ?? fault);
});
