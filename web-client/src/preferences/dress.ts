/** Puts the preferences on `<html>`, where the style sheets find them. */
import type { Chosen } from './choices';

/** What the device itself asks for. */
export type System = { readonly dark: boolean; readonly still: boolean };

export function dress(root: HTMLElement, now: Chosen, system: System): void {
  const { look, motion } = now;
  root.dataset['look'] = look === 'system' ? (system.dark ? 'dark' : 'light') : look;
  root.dataset['motion'] = motion === 'less' || system.still ? 'less' : 'usual';
  root.dataset['face'] = now.face;
  root.dataset['spacing'] = now.spacing;
  root.dataset['contrast'] = now.contrast;
  root.dataset['colours'] = now.colours;
  root.dataset['thumb'] = now.thumb;
  root.style.setProperty('--text-scale', String(Number(now.size) / 100));
}
