import type { Scenario } from './scenario.ts';
import { clean } from './scenarios/clean.ts';
import { edit } from './scenarios/edit.ts';
import { newStory } from './scenarios/new.ts';
import { nothing } from './scenarios/nothing.ts';
import { oldEdit } from './scenarios/old-edit.ts';
import { retag } from './scenarios/retag.ts';
import { template } from './scenarios/template.ts';

/** Every scenario, in the order in which they are run: what is done most often first. */
export const SCENARIOS: readonly Scenario[] = [edit, newStory, retag, oldEdit, nothing, template, clean];
