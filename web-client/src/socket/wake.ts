/**
 * Moments at which a page may have been asleep or cut off: back in view, back from the cache,
 * network back.
 */
export function onWake(wake: () => void, cut: () => void): () => void {
  const visible = (): void => {
    if (document.visibilityState === 'visible') wake();
  };
  document.addEventListener('visibilitychange', visible);
  document.addEventListener('resume', wake);
  window.addEventListener('pageshow', wake);
  window.addEventListener('online', wake);
  window.addEventListener('offline', cut);
  return () => {
    document.removeEventListener('visibilitychange', visible);
    document.removeEventListener('resume', wake);
    window.removeEventListener('pageshow', wake);
    window.removeEventListener('online', wake);
    window.removeEventListener('offline', cut);
  };
}
