/** Each screen is loaded when it is opened: a student's page carries no leader's map. */
import type { Component } from 'svelte';
import { speech, type Readers } from './text/speech.svelte';
import type { ScreenName } from './wire/frames';

type Module = { readonly default: Component };
const found = import.meta.glob<Module>('./screens/{student,helper,leader,board}/*Screen.svelte');

/** With the words of whoever reads it, where these are not everybody's. */
function load(path: string, readers?: Readers): () => Promise<Component> {
  return async () => {
    const [module] = await Promise.all([
      found[path]?.(),
      readers === undefined ? undefined : speech.speakTo(readers),
    ]);
    if (module === undefined) throw new Error(`there is no ${path}`);
    return module.default;
  };
}

export function signInPage() {
  return import('./screens/sign-in/SignInPage.svelte');
}

const NAMES: readonly ScreenName[] = ['student', 'helper', 'leader', 'board'];

/** The screen of an address. */
export function screenAt(path: string): ScreenName | undefined {
  return NAMES.find((name) => path === `/${name}`);
}

/** What an address will ask for comes at once, beside the language: neither waits for the other. */
export function fetchAhead(path: string): void {
  const name = screenAt(path);
  const ahead = name === undefined ? path === '/sign-in' && signInPage() : screens[name]();
  // Whoever shows it asks again.
  if (ahead !== false) ahead.catch(() => undefined);
}

export const screens: Readonly<Record<ScreenName, () => Promise<Component>>> = {
  student: load('./screens/student/StudentScreen.svelte', 'students'),
  helper: load('./screens/helper/HelperScreen.svelte', 'staff'),
  leader: load('./screens/leader/LeaderScreen.svelte', 'staff'),
  board: load('./screens/board/BoardScreen.svelte'),
};
