// Asks the device to keep its screen on while this page is seen. Browsers let go of it whenever the
// page is hidden, so it is asked for again; where it is refused the screen may sleep.

/** Returns the way to stop. */
export function keepAwake(): () => void {
  let lock: WakeLockSentinel | undefined;
  let over = false;
  const ask = () => {
    if (document.visibilityState !== 'visible' || !('wakeLock' in navigator)) {
      return;
    }
    navigator.wakeLock.request('screen').then(
      (held) => {
        lock = held;
        if (over) {
          void held.release();
        }
      },
      () => undefined, // Refused: low battery, or the school's policy.
    );
  };
  ask();
  document.addEventListener('visibilitychange', ask);
  return () => {
    over = true;
    document.removeEventListener('visibilitychange', ask);
    void lock?.release();
  };
}
