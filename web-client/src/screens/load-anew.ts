/**
 * Loads the page anew, only when it is sure to come: a browser's page about a lost network would
 * take what is shown away.
 *
 * @param past caches, too
 */
export async function loadAnew(past = false): Promise<void> {
  const answer = await fetch('/', { cache: past ? 'reload' : 'no-store' }).catch(() => undefined);
  if (answer?.ok === true) location.reload();
}
