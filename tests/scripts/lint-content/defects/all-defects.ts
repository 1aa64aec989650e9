import type { Defect } from './draft.ts';
import { EVENT_DEFECTS } from './event-defects.ts';
import { FIELD_DEFECTS } from './field-defects.ts';
import { FILE_DEFECTS } from './file-defects.ts';
import { TEXT_DEFECTS } from './text-defects.ts';

/** Every way in which a newsroom is corrupted: at least one for each rule. */
export const ALL_DEFECTS: readonly Defect[] = [...FILE_DEFECTS, ...FIELD_DEFECTS, ...TEXT_DEFECTS, ...EVENT_DEFECTS];
