import { contentSchemas } from './content-schemas.ts';
import { editorSettings } from './editor-settings.ts';
import { formFieldFiles } from './form-fields.ts';
import type { GeneratedFile } from './generated-file.ts';

/** Every generated file of the project. */
export const generatedFiles: readonly GeneratedFile[] = [...formFieldFiles, ...contentSchemas, editorSettings];
