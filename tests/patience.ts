/** How long a test waits for what a busy machine does slowly: only what hangs takes so long. Nothing waits if all is well. */
export const PATIENCE_MS = 300_000;
