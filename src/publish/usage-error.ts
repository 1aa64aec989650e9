/** A mistake in how a command was called, or in what it found on the machine: reported as a sentence, without a stack. */
export class UsageError extends Error {
  readonly exitCode: number;

  constructor(message: string, exitCode = 2) {
    super(message);
    this.name = 'UsageError';
    this.exitCode = exitCode;
  }
}
