/** What a leader finds and does by typing. Students come by name only when they are asked for. */
import type { Store } from '../../store/store.svelte';
import type { WordsForStaff } from '../../text/for-staff-en';
import type { Entry } from '../palette/search';
import type { ChangeDesk } from './change.svelte';
import type { LeaderFacts } from './facts.svelte';
import type { Spot } from './levels.svelte';

export type EntryScene = {
  readonly store: Store;
  readonly facts: LeaderFacts;
  readonly desk: ChangeDesk;
  readonly words: WordsForStaff;
  readonly station: (id: string) => void;
  readonly room: (id: string | undefined) => void;
  /** A seat, a block of the day, an open call. */
  readonly spot: (spot: Spot) => void;
  readonly help: () => void;
  readonly settle: () => void;
  readonly messages: () => void;
  readonly people: () => void;
  /** Absent where nobody is signed in. */
  readonly days: (() => void) | undefined;
};

export function leaderEntries(scene: EntryScene): Entry[] {
  return [
    ...controls(scene),
    ...sheets(scene),
    ...rooms(scene),
    ...stations(scene),
    ...hands(scene),
    ...blocks(scene),
    ...seats(scene),
  ];
}

function act(id: string, title: string, run: () => void): Entry {
  return { id, kind: 'act', title, run };
}

/** Those that mean something in the state the schedule is in; each is previewed as from its button. */
function controls({ facts, desk, words }: EntryScene): Entry[] {
  const { palette } = words.people;
  const state = facts.schedule?.state;
  const ask = (
    kind:
      | 'timeline.pause'
      | 'timeline.hold'
      | 'timeline.advance'
      | 'timeline.resume'
      | 'timeline.release',
  ) => {
    const together =
      kind === 'timeline.resume' || kind === 'timeline.release' ? facts.together : {};
    return () => void desk.ask({ kind, ...together });
  };
  if (state === undefined) return [];
  if (state === 'inserted') return [];
  if (state === 'paused') return [act('resume', palette.resume, ask('timeline.resume'))];
  const running =
    state === 'held'
      ? [act('release', palette.releaseBell, ask('timeline.release'))]
      : [
          act('hold', palette.holdBell, ask('timeline.hold')),
          act('pause', palette.pause, ask('timeline.pause')),
          act('advance', palette.advance, ask('timeline.advance')),
        ];
  return [
    ...running,
    act('extend', palette.extend, () => desk.choose()),
    act('plan', palette.plan, () => desk.more()),
    ...(facts.undo === undefined
      ? []
      : [act('undo', words.leader.undo, () => void desk.now({ kind: 'timeline.undo' }))]),
  ];
}

function sheets(scene: EntryScene): Entry[] {
  const { words, days } = scene;
  return [
    act('messages', words.people.messages.open, scene.messages),
    act('help', words.line.leader.title, scene.help),
    act('settle', words.people.palette.settle, scene.settle),
    act('people', words.leader.people, scene.people),
    ...(days === undefined ? [] : [act('days', words.staff.days.open, days)]),
    ...(days === undefined ? [] : beside(words)),
  ];
}

/** Pages that open beside the floor, which goes on. */
function beside(words: EntryScene['words']): Entry[] {
  const open = (path: string) => () => void window.open(path, '_blank', 'noopener');
  return [
    act('print', words.common.onPaper, open('/print')),
    act('health', words.leader.health, open('/health')),
  ];
}

function rooms({ store, room }: EntryScene): Entry[] {
  return [...store.rooms.values()].map(({ id, name }) => ({
    id: `room ${id}`,
    kind: 'go',
    title: name,
    run: () => room(id),
  }));
}

function stations({ store, station }: EntryScene): Entry[] {
  return [...store.stations.values()].map(({ id, name, room }) => ({
    id: `station ${id}`,
    kind: 'go',
    title: name,
    hint: store.rooms.get(room)?.name ?? room,
    run: () => station(id),
  }));
}

/** Where a call is, and not whose it is. */
function hands({ store, words, spot }: EntryScene): Entry[] {
  return [...store.table('line').values()].map(({ id, place, code, kind }) => ({
    id: `hand ${id}`,
    kind: 'go',
    title: words.replay.hand(place, code),
    hint: words.helper.kinds[kind],
    run: () => spot({ of: 'hand', id }),
  }));
}

function blocks({ facts, spot }: EntryScene): Entry[] {
  return facts.blocks.map(({ id, name, startMs }) => ({
    id: `block ${id}`,
    kind: 'go',
    title: name,
    hint: facts.time(startMs),
    run: () => spot({ of: 'block', id }),
  }));
}

function seats({ store, words, spot }: EntryScene): Entry[] {
  return [...store.table('seats').values()].map(({ id, station, label }) => ({
    id: `seat ${id}`,
    kind: 'go',
    title: words.replay.seatOf(store.stations.get(station)?.name ?? station, label),
    run: () => spot({ of: 'seat', id }),
  }));
}
