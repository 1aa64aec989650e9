/** Keeps a list of addresses: `npm run newsletter -- list --help`. */
import { runList } from './change-list.ts';

await runList();
