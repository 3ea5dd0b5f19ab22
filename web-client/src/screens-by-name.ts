/** Each screen is loaded when it is opened: a student's page carries no leader's map. */
import type { Component } from 'svelte';
import type { ScreenName } from './wire/frames';

type Module = { readonly default: Component };
const found = import.meta.glob<Module>('./screens/{student,helper,leader,board}/*Screen.svelte');

function load(path: string): () => Promise<Component> {
  return async () => {
    const module = await found[path]?.();
    if (module === undefined) throw new Error(`there is no ${path}`);
    return module.default;
  };
}

export const screens: Readonly<Record<ScreenName, () => Promise<Component>>> = {
  student: load('./screens/student/StudentScreen.svelte'),
  helper: load('./screens/helper/HelperScreen.svelte'),
  leader: load('./screens/leader/LeaderScreen.svelte'),
  board: load('./screens/board/BoardScreen.svelte'),
};
