import { describe, expect, it } from 'vitest';
import { articleFeed, articleFeedSources } from '#src/feeds/article-feed.ts';
import { withEnclosures } from '#src/feeds/feed-text.ts';
import type { FeedFormat } from '#src/urls.ts';
import { feedFaults } from '../../feed-faults.ts';
import { xmlFaults } from '../../well-formed.ts';
import { makeArticles, makeEdition, SITE } from '../../factories.ts';
import { asAtom, asJson, asRss } from './read-feed.ts';

const FILES = { rss: 'rss.xml', atom: 'atom.xml', json: 'feed.json' };

/** A feed of two stories without a fault. */
async function textOf(format: keyof typeof FILES): Promise<string> {
  const picture = { src: '/pictures/reef.webp', alt: 'A reef', credit: 'Ana Pech' };
  const edition = makeEdition(makeArticles(2, { picture }));
  const about = { format: format as FeedFormat, page: '/', title: SITE.name, description: 'News.' };
  const sources = articleFeedSources(edition, about, edition.articles);
  const feed = await withEnclosures(
    articleFeed(sources, () => 'See [this](/x/).'),
    async (pictures) => pictures.map(() => 90_865),
  );
  if (format === 'rss') return (await asRss(feed)).xml;
  return format === 'atom' ? asAtom(feed).xml : asJson(feed).json;
}

const faultsIn = (format: keyof typeof FILES, text: string) =>
  feedFaults(FILES[format], text, `${SITE.url}${FILES[format]}`).map((fault) => fault.split(':')[0]);

describe.each(['rss', 'atom', 'json'] as const)('the checks of a feed in %s', (format) => {
  it('find nothing wrong with a right one', async () => {
    expect(faultsIn(format, await textOf(format))).toEqual([]);
  });
});

it.each([
  ['rss', 'BadCharacters', 'News.', 'News\u0001'],
  ['rss', 'BadCharacters', 'News.', 'News&#x1;'],
  ['rss', 'MissingDeclaration', /^<\?xml.*?\?>/, ''],
  ['rss', 'MissingElement', /<language>.*?<\/language>/, ''],
  ['rss', 'InvalidLanguage', '<language>en<', '<language>English<'],
  ['rss', 'DuplicateElement', /<title>/, '<title>A</title><title>'],
  ['rss', 'ContainsHTML', '<title>The reef', '<title>The &lt;b&gt;reef'],
  ['rss', 'NotBlank', /<description>Divers.*?<\/description>/, '<description></description>'],
  ['rss', 'InvalidFullLink', /<item>([^]*?)<link>.*?<\/link>/, '<item>$1<link>/articles/</link>'],
  ['rss', 'InvalidRFC2822Date', /<pubDate>\w{3}/, '<pubDate>Mon'],
  ['rss', 'InvalidRFC2822Date', /<pubDate>.*?<\/pubDate>/, '<pubDate>2026-11-20</pubDate>'],
  ['rss', 'MissingSelf', 'rel="self"', 'rel="via"'],
  ['rss', 'SelfDoesntMatchLocation', '/rss.xml"', '/feed.xml"'],
  ['rss', 'DuplicateValue guid', 'story-1<', 'story-0<'],
  ['rss', 'InvalidTAG', '>tag:paper.example,2024:', '>tag:paper.example,24:'],
  ['rss', 'InvalidPermalink', ' isPermaLink="false"', ''],
  ['rss', 'ContentBeforeDescription', /(<description>Divers.*?<\/description>)([^]*?)(<\/item>)/, '$2$1$3'],
  ['rss', 'SecurityRisk', '&lt;p&gt;See', '&lt;script&gt;&lt;/script&gt;&lt;p&gt;See'],
  ['rss', 'SecurityRiskAttr', '&lt;p&gt;See', '&lt;p onclick=x&gt;See'],
  ['rss', 'DangerousStyleAttr', '&lt;p&gt;See', '&lt;p style=x&gt;See'],
  ['rss', 'ContainsRelRef', 'href=&quot;https://paper.example/x/', 'href=&quot;/x/'],
  ['rss', 'MissingAttribute', 'alt=&quot;A reef&quot;', ''],
  ['rss', 'NonNegativeInteger', / width="\d+" height/, ' height'],
  ['rss', 'InvalidContact', '<guid', '<author>Ana</author><guid'],
  ['rss', 'DuplicateEnclosure', /(<enclosure[^>]*\/>)/, '$1$1'],
  ['rss', 'NonNegativeInteger', / length="\d+"/, ' length="0"'],
  ['rss', 'InvalidFullLink', /<enclosure url="https:\/\/paper.example/, '<enclosure url="'],
  ['atom', 'NonNegativeInteger', / length="\d+"/, ''],
  ['atom', 'InvalidNamespace', ' xml:lang="en"', ''],
  ['atom', 'InvalidRFC3339Date', /<published>[^<]*/, '<published>2026-11-20 09:00'],
  ['atom', 'UpdatedBeforePublished', /<published>2026/, '<published>2027'],
  ['atom', 'DuplicateEntries', 'story-1<', 'story-0<'],
  ['atom', 'MissingAlternateLink', /(<entry>[^]*?)rel="alternate"/, '$1rel="related"'],
  ['atom', 'InvalidTextType', 'content type="html"', 'content type="text"'],
  ['atom', 'SecurityRisk', '&lt;p&gt;See', '&lt;iframe&gt;&lt;/iframe&gt;&lt;form&gt;See'],
  ['json', 'JsonSchema', '"title":"Coast', '"titel":"Coast'],
  ['json', 'SelfDoesntMatchLocation', '/feed.json"', '/other.json"'],
  ['json', 'DuplicateValue id', 'story-1"', 'story-0"'],
  ['json', 'InvalidRFC3339Date', /"date_published":"[^"]*"/, '"date_published":"yesterday"'],
  ['json', 'BadCharacters', 'The reef', 'The\\u0007 reef'],
  ['json', 'NonNegativeInteger', /,"size_in_bytes":\d+/, ''],
  ['json', 'InvalidMIMEType', '"mime_type":"image/jpeg"', '"mime_type":"jpeg"'],
  ['json', 'ContainsRelRef', 'href=\\"https://paper.example/x/', 'href=\\"/x/'],
] as const)('the checks of a feed in %s find %s', async (format, rule, from, to) => {
  const right = await textOf(format);
  const wrong = right.replace(from, to);
  expect(wrong).not.toBe(right);
  expect(faultsIn(format, wrong)).toContain(rule);
});

it('libxml2 finds what is not well-formed, and in which file', async () => {
  const files = [
    { fileName: 'right.xml', contents: '<a>&amp;</a>' },
    { fileName: 'wrong.xml', contents: '<a b="&">x</c>' },
  ];
  expect(await xmlFaults(files.slice(0, 1))).toEqual([]);
  const faults = await xmlFaults(files);
  expect(faults.join('\n')).toContain('wrong.xml:1: parser error');
  expect(faults.join('\n')).not.toContain('right.xml');
});
