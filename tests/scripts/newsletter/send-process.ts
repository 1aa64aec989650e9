/** `npm run newsletter -- send` with an issue that is always there, as a process of its own, which a test can kill. */
import { runSend } from '../../../scripts/newsletter/send-issue.ts';
import { makeIssue } from './issue-for-tests.ts';

await runSend(({ locale, id }) => makeIssue({ locale, id: `${locale}/${id}` }));
