// Words of what staff look ahead and after: who comes next, who waits for a seat, silent devices,
// the building's bell, days to come.
import { plural } from './plural';

const count = (n: number, one: string, other: string) => plural('en', n, { one, other });

export const staffEn = {
  lastSeen: (n: number) => (n < 1 ? 'device just gone' : `device silent for ${n} min`),
  silent: 'device silent',
  silentAt: (n: number) => count(n, '# device silent', '# devices silent'),
  offline: 'Device offline',
  receipt: {
    none: 'Not on the device yet',
    delivered: 'On the device',
    shown: 'Shown',
    acknowledged: 'Seen and answered',
  },
  unshown: 'The device did not show it',

  incoming: 'Coming next',
  incomingFrom: (block: string, time: string) => `${block}, ${time}`,
  incomingTo: (n: number) => count(n, '# student', '# students'),
  staying: 'already here',

  flex: 'Seats to walk in to',
  seats: (there: number, seats: number) => `${there} of ${seats} seats taken`,
  waits: (n: number) => count(n, '# waits', '# wait'),
  offers: (n: number) => count(n, '# seat offered', '# seats offered'),
  nobodyWaits: 'Nobody waits.',
  waitingLine: 'Who waits, the first first',
  offeredUntil: (time: string) => `is offered a seat until ${time}`,
  overstays: (time: string) => `was to make room at ${time}`,
  staysUntil: (time: string) => `to make room at ${time}`,

  align: {
    title: 'The building’s bell',
    how: 'Screens can ring with the bell of the building. Tap at the moment you hear it begin.',
    heard: 'I hear it now',
    asking: 'Working out which bell that was…',
    change: (from: string, to: string) => `Bells would ring ${to}; until now ${from}.`,
    same: (to: string) => `That is how it is: bells ring ${to}.`,
    onTime: 'on time',
    later: (time: string) => `${time} later than planned`,
    earlier: (time: string) => `${time} earlier than planned`,
    stays: 'Blocks and clocks stay as they are.',
    confirm: 'Ring with it',
    again: 'Tap again',
    done: (to: string) => `Bells ring ${to} now.`,
    undo: 'As it was before',
    undone: (to: string) => `Bells ring ${to} again.`,
    why: {
      2115: 'No bell of the plan is within five minutes of that tap. Wait for the next bell and tap when it begins.',
      2001: 'Only leaders set the bell.',
    } as Readonly<Record<number, string>>,
  },

  days: {
    open: 'Days to come',
    title: 'The next school days',
    loading: 'Looking the days up…',
    failed: 'The days did not come. Please try again.',
    none: 'No school day within a month.',
    today: 'today',
    cycle: (day: string) => `Day ${day} of its cycle`,
    rule: {
      manual: 'Decided for this date',
      exception: 'Special day',
      cycle: 'From the cycle',
      weekday: 'As on this weekday',
      none: 'Nothing is planned',
    } as Readonly<Record<string, string>>,
    because: (rule: string, why: string) => `${rule}: ${why}`,
    lost: (dayType: string) => `instead of ${dayType}`,
    hours: (from: string, to: string) => `${from} to ${to}`,
    question: (rivals: string) => `${rivals}: each claims this day. Which of them runs?`,
    answer: (dayType: string, hours: string) => `${dayType}, ${hours}`,
    decide: 'Decide',
    decideFor: (date: string) => `Decide ${date}`,
    runs: 'What runs',
    noSchool: 'No school',
    reason: 'Why, for those who ask',
    confirm: 'Let it run',
    cancel: 'Cancel',
    takeBack: 'Take back',
    takeBackFor: (date: string) => `Take back what was decided for ${date}`,
    todayHow: 'Once the day has begun it is switched under “More”.',
    refused:
      'That could not be decided. Days that are over or running cannot; today is switched under “More”.',
    decided: (date: string, dayType: string) => `${date}: ${dayType}.`,
  },
};

export type StaffWords = typeof staffEn;
