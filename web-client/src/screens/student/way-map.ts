// The plan of the building on which a student sees her way. It comes shortly before it is needed, so that
// a first visit is light.

/** Nothing where it cannot be fetched: the code of the stop says the same. */
export async function wayMap() {
  try {
    return (await import('./WayMap.svelte')).default;
  } catch {
    return undefined;
  }
}
