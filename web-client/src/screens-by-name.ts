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

export const screens: Readonly<Record<ScreenName, () => Promise<Component>>> = {
  student: load('./screens/student/StudentScreen.svelte', 'students'),
  helper: load('./screens/helper/HelperScreen.svelte', 'staff'),
  leader: load('./screens/leader/LeaderScreen.svelte', 'staff'),
  board: load('./screens/board/BoardScreen.svelte'),
};
