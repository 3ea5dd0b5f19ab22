// Words of what adults do with one another: what they tell each other until the bell.
import { plural } from './plural';

const count = (n: number, one: string, other: string) => plural('en', n, { one, other });

export const peopleEn = {
  messages: {
    title: 'Messages',
    open: 'Write a message',
    unread: (n: number) => count(n, '# new message', '# new messages'),
    /** Read aloud when it comes. */
    came: (from: string, text: string) => `${from}: ${text}`,
    got: 'Got it',
    more: (n: number) => count(n, '# more', '# more'),
    answers: 'Quick answers',
    until: (time: string) => `until ${time}`,
    untilDayEnds: 'until the day is over',
    toRoom: (room: string) => `to everybody in ${room}`,
    toPerson: (name: string) => `to ${name}`,
    toLeaders: 'to the leaders',
    toAll: 'to everybody on duty',
    to: 'To',
    room: (name: string) => `Everybody in ${name}`,
    leaders: 'The leaders',
    all: 'Everybody on duty',
    write: 'Or in your own words',
    left: (n: number) => count(n, '# character left', '# characters left'),
    send: 'Send',
    note: 'It goes away with the bell. Students and boards never see it.',
    standing: 'In this block',
    none: 'Nothing has been said in this block.',
    me: 'You',
    readBy: (got: number, of: number) => (of === 0 ? 'nobody there' : `got by ${got} of ${of}`),
    names: (names: string) => `Got by ${names}`,
    withdraw: 'Take back',
    sent: 'Sent',
    phrases: {
      'please-come': 'Please come to me',
      coming: 'I’m coming',
      soon: 'In a few minutes',
      'cannot-now': 'I can’t right now',
      thanks: 'Thank you',
    },
  },
};

export type PeopleWords = typeof peopleEn;
