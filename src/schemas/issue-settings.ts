import { z } from 'zod';
import { lineOfText } from './shared-fields.ts';
import { count } from './shared-settings.ts';
import { group, switchField } from './shared-shapes.ts';

/** What an issue of the newsletter needs, and what becomes of its copy: a part of the publisher's settings. */
export const issueSettings = {
  /** The fewest stories of an issue: with fewer, none is made. What is breaking is one story. */
  minimum: group('fewest-stories', { daily: count(1, 30).default(3), weekly: count(1, 30).default(5) }).prefault({}),
  /** Whether search engines may list the copies: they repeat what the stories' own pages say. */
  indexed: switchField.default(false),
  /** At the foot of each mail: many countries ask for the address of a house. */
  postalAddress: lineOfText(200).optional(),
};

/** The settings of a paper that has set none. */
export const USUAL_ISSUES = z.strictObject(issueSettings).parse({});
