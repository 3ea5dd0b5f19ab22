/**
 * A finger drawn across a row does what a button of the row does. Never the only way, never with
 * a mouse, and not for whoever wants less motion; drawn up or down it is left to scrolling.
 */
import type { Attachment } from 'svelte/attachments';

/** So far it moves before it means anything, and so far before it does. */
const BEGINS_PX = 16;
const DOES_PX = 96;

export type Swipes = {
  readonly right?: (() => void) | undefined;
  readonly left?: (() => void) | undefined;
};

export function swipe({ right, left }: Swipes): Attachment<HTMLElement> {
  return (row) => {
    if (right === undefined && left === undefined) return undefined;
    let from: { readonly id: number; readonly x: number; readonly y: number } | undefined;
    let drawn = false;

    const rest = (): void => {
      from = undefined;
      drawn = false;
      row.style.removeProperty('transform');
    };
    const down = (event: PointerEvent): void => {
      const still = document.documentElement.dataset['motion'] === 'less';
      if (event.pointerType === 'mouse' || still) return;
      from = { id: event.pointerId, x: event.clientX, y: event.clientY };
    };
    const move = (event: PointerEvent): void => {
      if (from === undefined || event.pointerId !== from.id) return;
      const { dx, dy } = { dx: event.clientX - from.x, dy: event.clientY - from.y };
      if (!drawn && Math.abs(dy) > BEGINS_PX) rest();
      else if (drawn || Math.abs(dx) > BEGINS_PX) {
        drawn = true;
        const may = dx > 0 ? right : left;
        row.style.transform = `translateX(${may === undefined ? 0 : dx}px)`;
      }
    };
    const up = (event: PointerEvent): void => {
      const dx = from === undefined || !drawn ? 0 : event.clientX - from.x;
      rest();
      if (dx >= DOES_PX) right?.();
      else if (dx <= -DOES_PX) left?.();
    };

    row.style.touchAction = 'pan-y';
    row.addEventListener('pointerdown', down);
    row.addEventListener('pointermove', move);
    row.addEventListener('pointerup', up);
    row.addEventListener('pointercancel', rest);
    return () => {
      row.style.removeProperty('touch-action');
      row.removeEventListener('pointerdown', down);
      row.removeEventListener('pointermove', move);
      row.removeEventListener('pointerup', up);
      row.removeEventListener('pointercancel', rest);
      rest();
    };
  };
}
