import type { APIRoute } from 'astro';
import { loadEditions } from '#src/newsroom/load-edition.ts';
import { MAIN_LOCALE } from '#src/schemas/locale.ts';
import { robotsText } from '#src/seo/robots.ts';

export const GET: APIRoute = async () => new Response(robotsText((await loadEditions()).editions[MAIN_LOCALE].site));
