/** An address, or a part of one, without its escapes (`%C3%BA`); undefined if they are wrong. */
export function decodedAddress(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
