/** What a command reported, without the lines by which a log sees on a slow machine that it still runs. */
export function withoutProgress(stderr: string): string {
  return stderr.replace(/^… .*\n/gm, '');
}
