/** What this browser cannot do here; most of it is taken away where the address is not secure. */

export type Lack = 'offline' | 'awake' | 'camera' | 'window';

/** Whether the address is one that browsers trust with everything. */
export function isSecure(): boolean {
  return globalThis.isSecureContext;
}

export function lacks(browser: Navigator = navigator, secure = isSecure()): readonly Lack[] {
  const missing: Lack[] = [];
  if (!('serviceWorker' in browser)) missing.push('offline');
  if (!('wakeLock' in browser)) missing.push('awake');
  if (!('mediaDevices' in browser)) missing.push('camera');
  if (!secure) missing.push('window');
  return missing;
}
