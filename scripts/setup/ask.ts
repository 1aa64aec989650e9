import { createInterface, type Interface } from 'node:readline';

/** Asks one question after another, on a terminal or of whatever is at the other end of a pipe. */
export class Asker {
  #lines: Interface | undefined;
  #answers: AsyncIterator<string> | undefined;
  #isClosed = false;

  /**
   * @param question without its answer's place
   * @param usual the answer if nothing is typed
   * @returns undefined if there are no more answers
   */
  async ask(question: string, usual: string): Promise<string | undefined> {
    this.#lines ??= createInterface({ input: process.stdin, output: process.stderr }).once('close', () => {
      this.#isClosed = true;
    });
    // Not one by one: of lines that come at once, all but the first would be lost.
    this.#answers ??= this.#lines[Symbol.asyncIterator]();
    const prompt = `${question}${usual === '' ? '' : ` [${usual}]`}: `;
    this.#lines.setPrompt(prompt);
    // The last answers may have come together with the end of all input.
    if (this.#isClosed) process.stderr.write(prompt);
    else this.#lines.prompt();
    const { value, done } = await this.#answers.next();
    if (done === true) return undefined;
    return value.trim() || usual;
  }

  /** Lets the process end. */
  close(): void {
    this.#lines?.close();
  }
}
