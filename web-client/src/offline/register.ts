/** Lets the browser keep the pages, where it can: over plain HTTP it cannot. */
import { trustedScript } from './trusted-script';

export function keepPages(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  const register = (): void => {
    navigator.serviceWorker.register(trustedScript('/sw.js')).catch(() => {
      // Forbidden by policy, or no room: the page works all the same while there is a network.
    });
  };
  // After what the person waits for.
  if (document.readyState === 'complete') register();
  else window.addEventListener('load', register, { once: true });
}
