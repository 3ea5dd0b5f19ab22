/** What a helper decides for some students, as the commands the floor knows. Pure. */
import type { CommandBody } from '../../wire/frames';

export const ACTS = ['call', 'stay', 'away', 'back', 'move'] as const;
export const STAY_REASONS = ['test', 'extra-time', 'help'] as const;
export const AWAY_KINDS = [
  'office',
  'nurse',
  'restroom',
  'pass',
  'study',
  'home',
  'absent',
] as const;

/** Away for longer than a walk: these may last for days. */
export const AWAY_FOR_DAYS: ReadonlySet<PlaceForm['awayKind']> = new Set([
  'study',
  'home',
  'absent',
]);

/** Somebody to decide for, as a list shows her. */
export type Placeable = { readonly id: string; readonly name: string; readonly code: string };

export type PlaceAct = (typeof ACTS)[number];

export type PlaceForm = {
  readonly act: PlaceAct;
  readonly students: readonly string[];
  /** Where they are called or put. */
  readonly station: string;
  /** Until the call-up begins. */
  readonly inMinutes: number;
  /** How long it holds; 0 is without an end. */
  readonly minutes: number;
  readonly stayReason: (typeof STAY_REASONS)[number];
  readonly awayKind: (typeof AWAY_KINDS)[number];
  /** The last day she is away, for what lasts longer than today. */
  readonly until?: string;
  /** For the students called. */
  readonly note: string;
  /** Why a full station takes them all the same; absent while it need not. */
  readonly force?: string;
};

/** Where each of them was to be before, by student; absent where nobody can say. */
export type Before = ReadonlyMap<string, string>;

type Kind = 'call.up' | 'stay.allow' | 'away.start' | 'away.end' | 'place.retarget';
export type PlaceCommand = {
  [K in Kind]: { readonly kind: K; readonly body: CommandBody<K> };
}[Kind];

type BackKind = 'call.end' | 'stay.end' | 'away.end' | 'place.retarget';
export type BackCommand = {
  [K in BackKind]: { readonly kind: K; readonly body: CommandBody<K> };
}[BackKind];

const MINUTE_MS = 60_000;

/** What is called or put goes in one act; whoever stays or leaves does so alone. */
export function commandsOf(form: PlaceForm, nowMs: number): PlaceCommand[] {
  const { act, students } = form;
  if (students.length === 0) return [];
  switch (act) {
    case 'call':
      return [{ kind: 'call.up', body: callOf(form, nowMs) }];
    case 'move':
      return [{ kind: 'place.retarget', body: moveOf(form) }];
    case 'stay':
      return students.map((student) => ({
        kind: 'stay.allow',
        body: { student, reason: form.stayReason, ...lasting(form) },
      }));
    case 'away':
      return students.map((student) => ({
        kind: 'away.start',
        body: { student, kind: form.awayKind, ...lastDay(form) },
      }));
    case 'back':
      return students.map((student) => ({ kind: 'away.end', body: { student } }));
  }
}

function lastDay({ awayKind, until }: PlaceForm): { until?: string } {
  return until === undefined || until === '' || !AWAY_FOR_DAYS.has(awayKind) ? {} : { until };
}

function callOf(form: PlaceForm, nowMs: number): CommandBody<'call.up'> {
  const note = form.note.trim();
  const later = form.inMinutes * MINUTE_MS;
  return {
    students: form.students,
    station: form.station,
    ...(later === 0 ? {} : { fromMs: Math.round(nowMs + later) }),
    ...lasting(form),
    ...(note === '' ? {} : { note }),
  };
}

function moveOf({ students, station, force }: PlaceForm): CommandBody<'place.retarget'> {
  const reason = force?.trim() ?? '';
  return {
    ...{ students, station },
    ...(force === undefined ? {} : { force: true }),
    ...(reason === '' ? {} : { reason }),
  };
}

function lasting({ minutes }: PlaceForm): { minutes?: number } {
  return minutes === 0 ? {} : { minutes };
}

/** What makes it as it was; nothing where that cannot be said. */
export function undoOf(
  { act, students }: PlaceForm,
  before: Before,
  call: string | undefined,
): readonly BackCommand[] {
  switch (act) {
    case 'call':
      return call === undefined ? [] : [{ kind: 'call.end', body: { call } }];
    case 'stay':
      return students.map((student) => ({ kind: 'stay.end', body: { student } }));
    case 'away':
      return students.map((student) => ({ kind: 'away.end', body: { student } }));
    case 'move':
      return movedBack(students, before);
    case 'back':
      return [];
  }
}

/** Each to where she was: one act a station. */
function movedBack(students: readonly string[], before: Before): readonly BackCommand[] {
  const from = new Map<string, string[]>();
  for (const student of students) {
    const station = before.get(student);
    if (station === undefined) return [];
    from.set(station, [...(from.get(station) ?? []), student]);
  }
  return [...from].map(([station, those]) => ({
    kind: 'place.retarget',
    body: { students: those, station },
  }));
}
