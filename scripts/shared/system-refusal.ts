/** Where no folder can be made although its parent is there: a file system of the system's own, such as /proc. */
const NO_NEW_FOLDERS = ['no folder can be made there', 'Choose another place'] as const;

/** What the operating system refuses, and what to do. */
const REFUSALS: Readonly<Record<string, readonly [why: string, advice: string]>> = {
  EACCES: [
    'this user has no permission',
    'Give this user permission, or run the command as the user whose folder it is',
  ],
  EPERM: ['the operating system does not permit it', 'Run the command as the user whose folder it is'],
  EROFS: ['the disk can only be read', 'Choose a folder on another disk, or mount this one for writing'],
  ENOSPC: ['no space is left on the disk', 'Make room, and try again'],
  EDQUOT: ['this user’s share of the disk is full', 'Make room, and try again'],
  EMFILE: ['too many files are open', 'Raise the limit (“ulimit -n 4096”), and try again'],
  ENFILE: ['too many files are open', 'End other programs, and try again'],
  EIO: ['the disk does not answer', 'Look whether it is damaged'],
  ENOTDIR: ['a part of the path is a file, not a folder', 'Rename or remove that file'],
  EISDIR: ['there is a folder where a file should be', 'Rename or remove that folder'],
  ENAMETOOLONG: ['the name is too long', 'Shorten it'],
};

const VERBS: Readonly<Record<string, string>> = {
  open: 'opened',
  mkdir: 'made',
  scandir: 'read',
  unlink: 'removed',
  rmdir: 'removed',
  rm: 'removed',
  rename: 'renamed',
  write: 'written',
};

/**
 * A refusal of the operating system as a sentence, since a stack trace does not say what to do.
 * @returns undefined for any other error
 */
export function systemRefusal(error: unknown): string | undefined {
  for (let at = error; at instanceof Error; at = at.cause) {
    const { code = '', path, syscall = '' } = at as NodeJS.ErrnoException;
    const isRefusedFolder = code === 'ENOENT' && syscall === 'mkdir';
    const [why, advice] = isRefusedFolder ? NO_NEW_FOLDERS : (REFUSALS[code] ?? []);
    if (why === undefined) continue;
    return `${path ?? 'A file'} cannot be ${VERBS[syscall] ?? 'used'}: ${why} (${code}). ${advice ?? ''}.`;
  }
  return undefined;
}
