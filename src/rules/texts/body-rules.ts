import type { BodyFacts } from '#src/markdown/body-facts.ts';
import { isSafeAddress } from '#src/markdown/safe-addresses.ts';
import { showValue } from '#src/schemas/problem.ts';
import { finding, type TextRule } from '../rule.ts';

/** An address as a screen reader spells it out, letter by letter. */
const ADDRESS = /^(?:https?:\/\/|www\.)\S+$/i;

/** Whether an address is that of a link that Markdown did not read: see raw-markdown. */
function isInRawLink({ rawMarks }: BodyFacts, body: string, offset: number): boolean {
  return rawMarks.some(
    ({ key, offset: start }) =>
      key.startsWith('raw-markdown.link') && start < offset && !body.slice(start, offset).includes('\n'),
  );
}

/** Reports Markdown that became nothing: {@link file://./../../markdown/raw-marks.ts} finds it. */
function rawMarkdownRule(id: 'lost-markdown' | 'raw-markdown', severity: TextRule['severity']): TextRule {
  return {
    id,
    severity,
    check: ({ facts }) =>
      facts.rawMarks
        .filter(({ key }) => key.startsWith(`${id}.`))
        .map(({ key, offset, written, values }) => ({ offset, value: showValue(written), ...finding(key, values) })),
  };
}

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
    id: 'bare-address',
    severity: 'warning',
    check: ({ facts, body }) =>
      facts.links
        .filter(({ text, offset }) => ADDRESS.test(text) && !isInRawLink(facts, body, offset))
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
  rawMarkdownRule('lost-markdown', 'error'),
  rawMarkdownRule('raw-markdown', 'warning'),
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
