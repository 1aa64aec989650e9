/** Sends an issue: `npm run newsletter -- send --help`. */
import { issueMailOf } from './ready-issue.ts';
import { runSend } from './send-issue.ts';

await runSend(issueMailOf);
