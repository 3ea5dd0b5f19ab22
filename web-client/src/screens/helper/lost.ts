/** What a helper is told of a call that went from her. Pure. */
import type { HelpingWords } from '../../text/helping-en';
import type { LostCall } from '../../wire/views';

type Words = HelpingWords['lost'];
export type Roles = Readonly<Record<'paraprofessional' | 'teacher', string>>;

/** What happened to it, and where it is now as far as that is not the same. */
export function lostSentences(lost: LostCall, words: Words, roles: Roles): readonly string[] {
  const by = lost.by ?? words.somebody;
  const happened = words.how[lost.how](lost.student.name, by);
  const now = whereNow(lost, words, roles);
  return now === undefined ? [happened] : [happened, now];
}

function whereNow(lost: LostCall, words: Words, roles: Roles): string | undefined {
  const to = lost.to === undefined ? undefined : named(lost.to, roles);
  switch (lost.state) {
    case 'waiting':
      if (to !== undefined) return words.waitsFor(to);
      return lost.how === 'put-back' ? undefined : words.waits;
    case 'claimed':
    case 'helping':
      return to === undefined || to === lost.by ? undefined : words.has(to);
    case 'deferred':
      return words.parked;
    case 'on-hold':
    case 'unreachable':
    case 'resolved':
    case 'cancelled':
    case 'dismissed':
    case 'expired':
      return undefined;
  }
}

function named(to: string, roles: Roles): string {
  return to === 'paraprofessional' || to === 'teacher' ? roles[to] : to;
}
