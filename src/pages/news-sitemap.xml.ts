import type { APIRoute } from 'astro';
import { everyEdition, loadEditions } from '#src/newsroom/load-edition.ts';
import { newsSitemap } from '#src/seo/news-sitemap.ts';

export const GET: APIRoute = async () => {
  const { now } = await loadEditions();
  return new Response(newsSitemap(await everyEdition(), now), { headers: { 'Content-Type': 'application/xml' } });
};
