/** Writes the files that are generated from the schemas: `node scripts/generate.ts --help`. */
import { writeGenerated } from './generate/generated-file.ts';
import { generatedFiles } from './generate/generated-files.ts';
import { runCommand } from './shared/command-line.ts';

const command = {
  call: 'npm run generate --',
  summary:
    'Writes the files that are generated from the schemas: the fields of the form for editors, and JSON Schemas for\n' +
    'those who write files by hand.',
  options: {
    check: { help: 'write nothing; report files that are out of date, and fail if there are any' },
  },
} as const;

await runCommand(command, (values) => {
  const isCheck = values['check'] === true;
  const changed = writeGenerated(generatedFiles, '.', isCheck ? 'check' : 'write');
  if (changed.length === 0) {
    console.log(`All ${generatedFiles.length} generated files are up to date.`);
    return 0;
  }
  if (!isCheck) {
    console.log(`Written: ${changed.join(', ')}`);
    return 0;
  }
  console.error(`Out of date: ${changed.join(', ')}. Run “npm run generate” and commit what it writes.`);
  return 1;
});
