import { isSafeAddress } from '#src/markdown/safe-addresses.ts';
import { specialSpacesIn } from '#src/markdown/special-spaces.ts';
import { codePoint, FALSE_SPACE } from '#src/schemas/false-space.ts';
import { showValue } from '#src/schemas/problem.ts';
import { finding, type TextRule } from '../rule.ts';

/** An address as a screen reader spells it out, letter by letter. */
const ADDRESS = /^(?:https?:\/\/|www\.)\S+$/i;

/** What is wrong with headings, links, embeds and HTML in a body. */
export const BODY_RULES: readonly TextRule[] = [
  {
    id: 'heading-skip',
    severity: 'warning',
    check: ({ facts }) =>
      facts.headings.flatMap(({ level, offset }, index) => {
        const before = facts.headings[index - 1]?.level ?? 1;
        if (level <= before + 1) return [];
        return [{ offset, value: '#'.repeat(level), ...finding('heading-skip', { marks: '#'.repeat(before + 1) }) }];
      }),
  },
  {
    id: 'false-space-in-text',
    severity: 'warning',
    check: ({ body }) =>
      specialSpacesIn(body).map(({ start, end, mark }) => {
        const offset = start + Math.max(0, body.slice(start, end).search(FALSE_SPACE));
        const value = FALSE_SPACE.test(body.charAt(offset)) ? codePoint(body.charAt(offset)) : '&nbsp;';
        const found = mark ? finding('false-space-in-text.mark', { mark }) : finding('false-space-in-text.line');
        return { offset, value, ...found };
      }),
  },
  {
    id: 'bare-address',
    severity: 'warning',
    check: ({ facts }) =>
      facts.links
        .filter(({ text }) => ADDRESS.test(text))
        .map(({ text, offset }) => ({ offset, value: showValue(text), ...finding('bare-address') })),
  },
  {
    id: 'empty-link',
    severity: 'error',
    check: ({ facts }) =>
      facts.links
        .filter(({ address, text, hasPicture }) => !address || !(text || hasPicture))
        .map(({ address, offset }) => ({
          offset,
          ...finding(address ? 'empty-link.words' : 'empty-link.address'),
        })),
  },
  {
    id: 'unsafe-address',
    severity: 'warning',
    check: ({ facts }) =>
      facts.links
        .filter(({ address }) => address && !isSafeAddress(address.replace(/ /g, '%20')))
        .map(({ address, addressOffset }) => ({
          offset: addressOffset,
          value: showValue(address),
          ...finding('unsafe-address'),
        })),
  },
  { id: 'bad-embed', severity: 'error', check: ({ facts }) => facts.embedFaults },
  {
    id: 'lost-html',
    severity: 'warning',
    // Each kind of element is reported once, where it is first written.
    check: ({ facts }) =>
      facts.lostTags
        .filter(({ name }, index, all) => all.findIndex((other) => other.name === name) === index)
        .map(({ name, offset }) => ({ offset, ...finding('lost-html', { element: name }) })),
  },
];
