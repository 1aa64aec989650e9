/** Composes the newsletter; the word before the options may name another part of the work. */
const PARTS = ['compose', 'send', 'list'] as const;

const [, , word] = process.argv;
const part = PARTS.find((name) => name === word);
// The part reads its own options, and answers --help for itself.
if (part) process.argv.splice(2, 1);
await import(`./newsletter/${part ?? 'compose'}.ts`);

export {};
