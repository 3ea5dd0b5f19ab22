/** What a card says aloud: the same facts as it shows, in the same order. Pure. */
import type { WordsForStudents } from '../../text/for-students-en';
import type { Said } from '../../voice/utterances';
import type { Stop } from '../../wire/views';

export type Tongue = { readonly forStudents: WordsForStudents; readonly lang: string };

type Facts = Pick<Stop, 'badge' | 'code' | 'place'> &
  Partial<Pick<Stop, 'activity' | 'adult' | 'seat'>>;

/** Where, by which sign, what, with whom, at which seat; `lead` says why, such as "Now". */
export function stopSaid({ forStudents: words, lang }: Tongue, lead: string, stop: Facts): Said[] {
  const { badge, activity, adult, seat } = stop;
  const sentences = [
    lead,
    stop.code === stop.place ? stop.place : `${stop.code}, ${stop.place}`,
    words.common.badge(badge.colour, badge.shape, badge.letter),
    activity,
    adult === undefined ? undefined : words.student.withAdult(adult),
    seat === undefined ? undefined : words.student.seat(seat),
  ];
  return sentences
    .filter((sentence) => sentence !== undefined && sentence !== '')
    .map((sentence) => ({ text: ended(sentence ?? ''), lang }));
}

export function said({ lang }: Tongue, ...sentences: readonly (string | undefined)[]): Said[] {
  return sentences
    .filter((sentence) => sentence !== undefined && sentence !== '')
    .map((sentence) => ({ text: ended(sentence ?? ''), lang }));
}

/** A voice lets its tone fall at a full stop. */
function ended(sentence: string): string {
  return /[.!?…]$/u.test(sentence) ? sentence : `${sentence}.`;
}
