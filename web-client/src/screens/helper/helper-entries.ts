/** What a helper finds and does by typing: only what her screen has and she may do now. */
import type { Store } from '../../store/store.svelte';
import type { WordsForStaff } from '../../text/for-staff-en';
import type { Entry } from '../palette/search';
import type { Queue } from './queue.svelte';
import type { Sheets } from './sheets.svelte';

export type EntryScene = {
  readonly store: Store;
  readonly queue: Queue;
  readonly sheets: Sheets;
  readonly words: WordsForStaff;
  readonly free: boolean;
  readonly go: (tab: 'hands' | 'roster', student?: string) => void;
};

export function helperEntries(scene: EntryScene): Entry[] {
  return [...acts(scene), ...unlocks(scene), ...places(scene), ...students(scene)];
}

function act(id: string, title: string, run: () => void): Entry {
  return { id, kind: 'act', title, run };
}

function acts({ queue, sheets, words, free }: EntryScene): Entry[] {
  const { palette, messages } = words.people;
  const mine = queue.mine;
  const line = free && queue.waiting > 0 ? [act('next', palette.next, () => queue.next())] : [];
  const claimed =
    mine?.state === 'claimed' ? [act('arrived', palette.arrived, () => queue.arrived())] : [];
  const helping =
    mine?.state === 'helping'
      ? [
          act('done', palette.done, () =>
            queue.members.length > 1 ? queue.doneForAll() : queue.done(),
          ),
          act('hold', palette.hold, () => sheets.hold()),
        ]
      : [];
  const held =
    mine === undefined
      ? []
      : [
          act('hand', palette.hand, () => sheets.hand()),
          act('release', palette.release, () => queue.release()),
        ];
  const duty = queue.onDuty
    ? [
        act('away', queue.away ? palette.back : palette.away, () => queue.setAway(!queue.away)),
        act('off', palette.offDuty, () => sheets.duty()),
      ]
    : [act('on', palette.onDuty, () => sheets.duty())];
  return [
    ...line,
    ...claimed,
    ...helping,
    ...held,
    act('messages', messages.open, () => sheets.show({ at: 'messages' })),
    ...(queue.onDuty ? [act('ask', words.helping.ask.open, () => sheets.show({ at: 'ask' }))] : []),
    act('place', palette.place, () => sheets.show({ at: 'place' })),
    ...duty,
    act('keys', palette.keys, () => sheets.show({ at: 'keys' })),
  ];
}

function unlocks({ store, words }: EntryScene): Entry[] {
  return [...store.table('unlocks').values()].flatMap((unlock) =>
    'student' in unlock && unlock.state === 'asked'
      ? [
          {
            ...act(
              `unlock ${unlock.id}`,
              words.mentoring.approveFor(unlock.student.name, unlock.title),
              () => void store.act('unlock.approve', { unlock: unlock.id }),
            ),
            hint: unlock.code,
          },
        ]
      : [],
  );
}

function places({ words, go }: EntryScene): Entry[] {
  return [
    { id: 'go hands', kind: 'go', title: words.helper.list, run: () => go('hands') },
    { id: 'go roster', kind: 'go', title: words.helper.roster, run: () => go('roster') },
  ];
}

function students({ store, go }: EntryScene): Entry[] {
  return [...store.roster.values()].map(({ id, name, code }) => ({
    id: `student ${id}`,
    kind: 'student',
    title: name,
    hint: code,
    run: () => go('roster', id),
  }));
}
