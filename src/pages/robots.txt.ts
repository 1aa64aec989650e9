import type { APIRoute } from 'astro';
import { mainEdition } from '#src/newsroom/load-edition.ts';
import { robotsText } from '#src/seo/robots.ts';

export const GET: APIRoute = async () => new Response(robotsText((await mainEdition()).site));
