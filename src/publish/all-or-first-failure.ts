/**
 * Waits for all of some work, also if a part of it fails: then nothing goes on in the background while the rest is undone.
 * @param onFailure called at each failure
 * @returns the results, in order
 * @throws the first failure
 */
export async function allOrFirstFailure<Results extends readonly unknown[]>(
  work: readonly [...{ [At in keyof Results]: Promise<Results[At]> }],
  onFailure: () => void = () => undefined,
): Promise<Results> {
  await Promise.all(work.map((part) => part.catch(onFailure)));
  return await Promise.all(work);
}
