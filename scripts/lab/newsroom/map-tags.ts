import { usableSlug } from '#src/writing/slugify.ts';
import { EXCHANGES, ORGANISATIONS } from './organisations-table.ts';
import type { WireStory } from './read-wire.ts';
import { shorten } from './shorten.ts';
import type { NamedTag } from './story-draft.ts';
import { TOPICS } from './topics-table.ts';

const LONGEST_ID = 80;
const LONGEST_TITLE = 60;

/** The wire's four kinds of codes that become tags. */
export type TagKind = 'topics' | 'people' | 'organisations' | 'exchanges';

/** A code of the wire and the tag it became; undefined where it holds no letter or digit to name a tag with. */
export interface MappedTag {
  kind: TagKind;
  from: string;
  tag: NamedTag | undefined;
}

/** Every code of a story as a tag: titled by the tables, or from the code where they do not know it. */
export function mapTags({ topics, people, orgs, exchanges }: WireStory): MappedTag[] {
  return [
    ...topics.map((code) => mapped('topics', code, TOPICS.get(code)?.slice(1))),
    ...people.map((code) => mapped('people', code)),
    ...orgs.map((code) => mapped('organisations', code, ORGANISATIONS.get(code))),
    ...exchanges.map((code) => mapped('exchanges', code, EXCHANGES.get(code))),
  ];
}

/** @param names the tag's titles, English and Spanish */
function mapped(kind: TagKind, from: string, names: readonly string[] = []): MappedTag {
  const id = usableSlug(from, 'tag', LONGEST_ID);
  if (id === '') return { kind, from, tag: undefined };
  const [en = titleFromCode(id), es = en] = names;
  return { kind, from, tag: { id, title: { en, es } } };
}

/** `james-baker` → `James Baker` */
function titleFromCode(id: string): string {
  const words = id.split('-').map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  return shorten(words.join(' '), LONGEST_TITLE);
}
