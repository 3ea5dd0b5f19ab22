// What stands on the sheets: facts of the day, put in the order of paper.
import type {
  Paper,
  PaperBlock,
  PaperRoom,
  PaperSchedule,
  PaperStation,
  PaperStop,
  PaperStudent,
} from '../../store/paper';

export type Visit = {
  readonly student: PaperStudent;
  readonly stop: PaperStop;
  readonly station: PaperStation;
  /** Of her first block there is none. */
  readonly from: PaperStation | undefined;
};

/** Who is in a room while a block runs. */
export type Lesson = {
  readonly schedule: PaperSchedule;
  readonly block: PaperBlock;
  readonly visits: readonly Visit[];
};

/** A day with its parts at hand. */
export class PaperDay {
  readonly paper: Paper;
  readonly stations: ReadonlyMap<string, PaperStation>;
  readonly blocks: ReadonlyMap<string, { block: PaperBlock; schedule: PaperSchedule }>;

  constructor(paper: Paper) {
    this.paper = paper;
    this.stations = new Map(paper.stations.map((station) => [station.id, station]));
    this.blocks = new Map(
      paper.schedules.flatMap((schedule) =>
        schedule.blocks.map((block) => [block.id, { block, schedule }] as const),
      ),
    );
  }

  /** Those of the school: turns that rooms take are inside their blocks. */
  get schedules(): readonly PaperSchedule[] {
    return this.paper.schedules.filter(({ parent }) => parent === undefined);
  }

  get rooms(): readonly PaperRoom[] {
    return this.paper.rooms.filter(({ mine }) => mine);
  }

  stationsIn(room: string): PaperStation[] {
    return this.paper.stations.filter((station) => station.room === room);
  }

  /** The code of a stop: the letter of the place and the seat. */
  codeOf({ station, seat }: PaperStop): string {
    return `${this.stations.get(station)?.badge.letter ?? ''}${seat ?? ''}`;
  }

  placeOf = (station: string): string => this.stations.get(station)?.name ?? '';

  /** Whose pass is printed: all of her day is known, and she is expected. */
  get passes(): PaperStudent[] {
    return this.paper.students.filter(
      ({ whole, away, stops }) => whole && !away && stops.length > 0,
    );
  }

  /** The lessons of a room in the order of the day; those to which nobody comes are left out. */
  lessonsIn(room: string): Lesson[] {
    const found = new Map<string, Visit[]>();
    for (const student of this.paper.students) {
      if (student.away) continue;
      for (const stop of student.stops) {
        const station = this.stations.get(stop.station);
        if (station?.room !== room) continue;
        const from = stop.from === undefined ? undefined : this.stations.get(stop.from);
        const visits = found.get(stop.block) ?? [];
        visits.push({ student, stop, station, from });
        found.set(stop.block, visits);
      }
    }
    return [...found]
      .flatMap(([id, visits]) => {
        const known = this.blocks.get(id);
        return known === undefined ? [] : [{ ...known, visits }];
      })
      .sort(
        (one, other) =>
          one.block.startMs - other.block.startMs ||
          other.block.endMs - one.block.endMs ||
          one.schedule.name.localeCompare(other.schedule.name),
      );
  }

  /** Who would come to a room and is not expected. */
  awayFrom(room: string): PaperStudent[] {
    return this.paper.students.filter(
      ({ away, stops }) =>
        away && stops.some(({ station }) => this.stations.get(station)?.room === room),
    );
  }

  /** The lines of the wall poster of a schedule, each at her place of the term. */
  linesOf(schedule: PaperSchedule): PaperStudent[] {
    // Whom no wall may show has no name for walls where the others have one.
    const walls = this.paper.students.some(({ shown }) => shown !== undefined);
    return this.paper.students
      .filter((student) => student.schedule === schedule.id && student.stops.length > 0)
      .filter(({ shown }) => !walls || shown !== undefined)
      .sort((one, other) => (one.slot ?? 0) - (other.slot ?? 0));
  }

  /** Where she is in a block of the school: one code, or one a turn. */
  codesIn(student: PaperStudent, block: PaperBlock): string[] {
    const inside = this.paper.schedules
      .filter(({ parent }) => parent?.block === block.id)
      .flatMap(({ blocks }) => blocks.map(({ id }) => id));
    return student.stops
      .filter((stop) => stop.block === block.id || inside.includes(stop.block))
      .map((stop) => this.codeOf(stop));
  }

  /** From the first bell to the last; absent when there is no school. */
  get hours(): { fromMs: number; toMs: number } | undefined {
    const blocks = this.schedules.flatMap((schedule) => schedule.blocks);
    if (blocks.length === 0) return undefined;
    return {
      fromMs: Math.min(...blocks.map(({ startMs }) => startMs)),
      toMs: Math.max(...blocks.map(({ endMs }) => endMs)),
    };
  }
}

export const SHEETS = [
  'bells',
  'poster',
  'substitute',
  'rosters',
  'passes',
  'signs',
  'badges',
] as const;
export type Sheet = (typeof SHEETS)[number];

/** What a day without screens needs; signs hang already, and new badges would void those in use. */
const PACK: readonly Sheet[] = ['bells', 'poster', 'substitute', 'rosters', 'passes'];

/** What somebody of a role may print: the wall is a leader's, badges an administrator's. */
export function sheetsFor(role: Paper['role']): Sheet[] {
  switch (role) {
    case 'administrator':
      return [...SHEETS];
    case 'leader':
      return SHEETS.filter((sheet) => sheet !== 'badges');
    case 'teacher':
      return SHEETS.filter((sheet) => sheet !== 'badges' && sheet !== 'poster');
    case 'student':
      return ['passes'];
    default:
      return [];
  }
}

export function packFor(role: Paper['role']): Sheet[] {
  return sheetsFor(role).filter((sheet) => PACK.includes(sheet));
}
