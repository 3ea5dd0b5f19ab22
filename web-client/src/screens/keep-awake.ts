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
      () => undefined, // Refused: low battery, the school's policy, or nobody has touched the page.
    );
  };
  const askAgain = () => {
    if (lock === undefined || lock.released) {
      ask();
    }
  };
  ask();
  document.addEventListener('visibilitychange', ask);
  document.addEventListener('pointerup', askAgain);
  return () => {
    over = true;
    document.removeEventListener('visibilitychange', ask);
    document.removeEventListener('pointerup', askAgain);
    void lock?.release();
  };
}
