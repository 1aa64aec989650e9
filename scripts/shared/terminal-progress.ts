import type { Progress } from '#src/publish/progress.ts';

/**
 * Shows progress in one line of a terminal, on standard error so that standard output stays clean. Shows nothing in CI,
 * where the summary is enough.
 */
export class TerminalProgress implements Progress {
  readonly #stream = process.stderr;
  readonly #isShown = process.stderr.isTTY && !process.env['CI'];
  #lastDraw = 0;
  #startedAt = performance.now();
  #label = '';

  stage(label: string): void {
    this.#label = label;
    this.#startedAt = performance.now();
    this.#draw(`${label} …`);
  }

  update(done: number, total?: number): void {
    const now = performance.now();
    if (now - this.#lastDraw < 100 && done !== total) return;
    this.#lastDraw = now;
    const elapsed = (now - this.#startedAt) / 1000;
    const left = total && done > 0 && elapsed > 1 ? `, ${Math.ceil((elapsed / done) * (total - done))} s left` : '';
    this.#draw(
      `${this.#label}: ${done.toLocaleString('en')}${total ? ` of ${total.toLocaleString('en')}` : ''}${left}`,
    );
  }

  end(): void {
    if (this.#isShown) this.#stream.write('\r\u001b[K');
  }

  #draw(text: string): void {
    if (this.#isShown) this.#stream.write(`\r\u001b[K${text}`);
  }
}
