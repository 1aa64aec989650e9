import { firstOccurrence } from '#src/events/occurrences.ts';
import { EVENT_STATES, repeatWords } from '#src/i18n/event-words.ts';
import { typeset } from '#src/i18n/format.ts';
import { translator } from '#src/i18n/translate.ts';
import type { Edition } from '#src/newsroom/edition.ts';
import { dateWords, firstDate } from '#src/newsroom/event-dates.ts';
import { announcedAt, eventId } from '#src/newsroom/event-id.ts';
import { comingEvents } from '#src/newsroom/list-addresses.ts';
import type { Event } from '#src/newsroom/newsroom.ts';
import { compareText } from '#src/schemas/problem.ts';
import { absoluteUrl, eventListUrl, eventUrl, pageFeedUrl, type FeedFormat } from '#src/urls.ts';
import { feedOf, feedPicture, tagUri } from './feed-of.ts';
import { latestOf, type Feed, type FeedItem } from './feed.ts';

/**
 * An edition's events as they are announced, the newest announcement first. An item's date is never the event's own: feed readers sort by
 * it. What is over stays until newer ones push it out, so that the feed changes with files alone and not by the day.
 */
export function eventFeed(edition: Edition, format: FeedFormat): Feed {
  const { locale, site } = edition;
  const t = translator(locale);
  const events = edition.events.all
    .toSorted((a, b) => announcedAt(b).getTime() - announcedAt(a).getTime() || compareText(a.id, b.id))
    .slice(0, site.lists.articlesInFeed);
  const about = { title: t('calendarName', { paper: site.name }), description: t('eventFeedDescription') };
  const page = eventListUrl(comingEvents(edition));
  const items = events.map((event) => eventItem(edition, event));
  return feedOf({ site, locale, ...about, page, self: pageFeedUrl(page, format) }, items);
}

function eventItem(edition: Edition, event: Event): FeedItem {
  const { locale, site, place, events } = edition;
  const t = translator(locale);
  const state = EVENT_STATES[event.status];
  const date = firstDate(event, announcedAt(event)) ?? onlyDate(event);
  const when = [
    ...(date ? [dateWords(locale, event, date)] : []),
    ...(event.repeats ? [repeatWords(locale, event.repeats, event.start.slice(0, 10))] : []),
  ].join(', ');
  const where = [event.venue?.name, place.get(event.place)?.name[locale] ?? event.place].filter(Boolean).join(', ');
  return {
    id: tagUri(site, `events/${eventId(event)}`),
    url: absoluteUrl(site.url, eventUrl(event)),
    title: typeset(state ? `${t(state)}: ${event.title}` : event.title),
    summary: typeset(`${[when, where].filter(Boolean).join(' · ')}. ${event.description}`),
    html: undefined,
    published: event.pubDate,
    modified: latestOf([...(event.pubDate ? [event.pubDate] : []), ...event.changes.map((change) => change.date)]),
    authors: [],
    picture: event.picture && feedPicture(site, event.picture),
    categories: event.kinds.map((id) => events.kind.get(id)?.title[locale] ?? id),
  };
}

/** The date of an event that does not repeat; it may be announced when it is over. */
const onlyDate = (event: Event) => (event.repeats ? undefined : firstOccurrence(event));
