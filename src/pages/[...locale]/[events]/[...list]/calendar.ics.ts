import type { APIRoute, GetStaticPaths } from 'astro';
import { calendar, type CalendarFacts } from '#src/calendars/calendar.ts';
import { calendarGroups } from '#src/calendars/edition-calendars.ts';
import { everyEdition } from '#src/newsroom/load-edition.ts';
import { inGroups } from '#src/page-data/page-group.ts';
import { staticPath } from '#src/page-data/static-path.ts';
import { localeParam, segment } from '#src/urls.ts';

export const getStaticPaths = inGroups(async () =>
  (await everyEdition()).flatMap((edition) => {
    const params = { locale: localeParam(edition.locale), events: segment(edition.locale, 'events') };
    return calendarGroups(edition).map(({ calendars, ...group }) => ({
      ...group,
      paths: () =>
        calendars().map(({ list, facts }) => staticPath({ ...params, list }, { facts }, (sources) => sources)),
    }));
  }),
) satisfies GetStaticPaths;

export const GET: APIRoute<{ facts: CalendarFacts }> = ({ props }) =>
  new Response(calendar(props.facts), { headers: { 'Content-Type': 'text/calendar; charset=utf-8' } });
