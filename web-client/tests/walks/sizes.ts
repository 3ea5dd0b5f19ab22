// The sizes screens are made for.
export const SIZES = {
  P: { width: 390, height: 844 },
  T: { width: 1024, height: 768 },
  C: { width: 1366, height: 768 },
  W: { width: 1920, height: 1080 },
} as const;
