// A new plan as the floor shows it, and what it says to a leader who asks for one.
import type { AnyCommand } from '../../src/wire/frames';
import type { Proposal, TableRows } from '../../src/wire/views';

export const PROPOSED = 'plan-1';

/** The workshop is closed from the fourth block on. */
export function proposed(nowMs: number): Proposal {
  return {
    id: PROPOSED,
    cause: { of: 'station', station: 'workshop' },
    by: 'Omar Reyes',
    askedAtMs: nowMs - 60_000,
    others: 1,
    nextToo: false,
    moved: 1,
    changes: [
      {
        student: { id: 'mira-k', name: 'Mira Kessler' },
        block: 'main/b5',
        from: 'workshop',
        to: 'gym',
        activity: 'Climbing',
        why: 'displaced',
      },
      {
        student: { id: 'mira-k', name: 'Mira Kessler' },
        block: 'main/b4',
        from: 'workshop',
        to: 'studio',
        activity: 'Drawing',
        why: 'displaced',
      },
      {
        student: { id: 'noah-b', name: 'Noah Brandt' },
        block: 'main/b4',
        from: 'studio',
        to: 'centre',
        activity: 'Own work',
        why: 'made-room',
      },
    ],
    unmet: [
      {
        student: { id: 'noah-b', name: 'Noah Brandt' },
        block: 'main/b5',
        what: 'Build a bridge',
        reason: 'closed',
      },
    ],
  };
}

export function planned({ nowMs, tables }: { nowMs: number; tables: TableRows }) {
  return { nowMs, tables: { ...tables, proposals: [proposed(nowMs)] } };
}

/** Accepting leaves one out; asking about the whole day changes nothing. */
export function planAnswer(command: AnyCommand): object | undefined {
  switch (command.kind) {
    case 'plan.propose': {
      const none = command.body.cause.of === 'day';
      const counts = none
        ? { changes: 0, students: 0, unmet: 0 }
        : { changes: 3, students: 2, unmet: 1 };
      return { t: 'done', seq: 2, result: { proposal: PROPOSED, ...counts, accepted: false } };
    }
    case 'plan.accept':
      return {
        t: 'done',
        seq: 2,
        result: {
          proposal: PROPOSED,
          changes: 2,
          students: 2,
          left: [{ why: 'full', changes: 1 }],
        },
      };
    case 'plan.close':
      return {
        t: 'done',
        seq: 2,
        ...(command.dryRun === true ? { dryRun: true } : {}),
        result: {
          changes: 14,
          students: 9,
          to: [
            { station: 'science', students: 6 },
            { station: 'gym', students: 4 },
          ],
          unmet: ['noah-b'],
        },
      };
    case 'plan.reopen':
      return { t: 'done', seq: 2 };
    case 'plan.reject':
      return { t: 'refused', code: 2221, key: 'proposal-unknown', retry: false };
    default:
      return undefined;
  }
}
