/**
 * What screens read of the tables they were sent, whether the floor is the live one or one that was.
 * A table that was not sent is an empty map.
 */
import type {
  Call,
  Day,
  HelperMe,
  OwnCall,
  OwnHelp,
  Schedule,
  StaffCall,
  StudentMe,
  TableName,
} from '../wire/views';
import { isOfSchool } from './day-plan';
import type { Table } from './rows';

export abstract class FloorTables {
  /** Any table by name: `store.table('dots')`. */
  abstract table<N extends TableName>(name: N): Table<N>;

  get day(): Day | undefined {
    return this.table('day').get('day');
  }
  /** The schedule this screen follows: the student's own, else the school's first. */
  get schedule(): Schedule | undefined {
    const own = this.stops.values().next().value;
    const named = own === undefined ? undefined : this.blocks.get(own.block)?.schedule;
    const all = this.schedules;
    return (named === undefined ? undefined : all.get(named)) ?? [...all.values()].find(isOfSchool);
  }
  get schedules(): Table<'schedules'> {
    return this.table('schedules');
  }
  get blocks(): Table<'blocks'> {
    return this.table('blocks');
  }
  get agenda(): Table<'agenda'> {
    return this.table('agenda');
  }
  get stops(): Table<'stops'> {
    return this.table('stops');
  }
  get rooms(): Table<'rooms'> {
    return this.table('rooms');
  }
  get stations(): Table<'stations'> {
    return this.table('stations');
  }
  get roster(): Table<'roster'> {
    return this.table('roster');
  }
  get studentMe(): StudentMe | undefined {
    const me = this.table('me').get('me');
    return me !== undefined && 'mode' in me ? me : undefined;
  }
  get helperMe(): HelperMe | undefined {
    const me = this.table('me').get('me');
    return me !== undefined && 'duty' in me ? me : undefined;
  }
  /** The student's own request: the one not yet over, or the last of this block. */
  get ownHelp(): OwnHelp | undefined {
    let last: OwnHelp | undefined;
    for (const row of this.table('help').values()) {
      if ('student' in row || row.state === 'deferred') continue;
      if (last === undefined || row.askedAtMs >= last.askedAtMs) last = row;
    }
    return last;
  }
  /** What is parked for the student until a lesson in which it applies. */
  get parkedHelp(): readonly OwnHelp[] {
    const parked: OwnHelp[] = [];
    for (const row of this.table('help').values())
      if (!('student' in row) && row.state === 'deferred') parked.push(row);
    return parked.sort((one, other) => one.askedAtMs - other.askedAtMs);
  }
  /** The helper's list, in the floor's order. */
  get calls(): readonly Call[] {
    const calls: Call[] = [];
    for (const row of this.table('help').values()) if ('student' in row) calls.push(row);
    return calls.sort((one, other) => one.order - other.order);
  }
  /** The student's own call-ups, the one that holds first. */
  get ownCalls(): readonly OwnCall[] {
    const calls: OwnCall[] = [];
    for (const row of this.table('calls').values()) if (!('students' in row)) calls.push(row);
    return calls.sort((one, other) => one.fromMs - other.fromMs);
  }
  /** The call-ups staff see, in the order of their beginning. */
  get staffCalls(): readonly StaffCall[] {
    const calls: StaffCall[] = [];
    for (const row of this.table('calls').values()) if ('students' in row) calls.push(row);
    return calls.sort((one, other) => one.fromMs - other.fromMs);
  }
}
