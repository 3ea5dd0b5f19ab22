/** Whose students leave the room at a bell that is near. Pure. */
import type { Call } from '../wire/views';

export function leavesSoon({ standing }: Call, nowMs: number): boolean {
  const { bell } = standing;
  return bell !== undefined && bell.fromMs <= nowMs && nowMs < bell.atMs;
}
