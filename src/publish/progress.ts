/** Receives how far the work is. */
export interface Progress {
  /** A stage begins: “Rendering pages”. */
  stage(label: string): void;
  /** @param total undefined if it is not known */
  update(done: number, total?: number): void;
  /** The stage is over; other output may follow. */
  end(): void;
}
