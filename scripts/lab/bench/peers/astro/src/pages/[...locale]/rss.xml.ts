import rss from '@astrojs/rss';
import type { APIContext } from 'astro';
import names from '../../names.json';
import { localeParam, LOCALES, articlesOf, type Locale } from '../../articles.ts';

export const getStaticPaths = () =>
  LOCALES.map((locale) => ({ params: { locale: localeParam(locale) }, props: { locale } }));

export async function GET({ site, props }: APIContext<{ locale: Locale }>) {
  const articles = await articlesOf(props.locale);
  return rss({
    title: names.name,
    description: names[props.locale].description,
    site: site ?? names.url,
    items: articles.slice(0, 50).map(({ data }) => ({
      title: data.title,
      description: data.description,
      pubDate: data.date,
      link: data.address,
    })),
  });
}
