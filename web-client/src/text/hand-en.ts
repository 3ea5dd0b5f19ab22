// What a student reads of the hand that is up, and of what became of it.
import { plural } from './plural';

const count = (n: number, one: string, other: string) => plural('en', n, { one, other });

export const handEn = {
  choose: 'Why?',
  kinds: {
    work: 'My work',
    equipment: 'Something broke',
    person: 'I want to talk',
    urgent: 'I need an adult now',
  },
  alone: 'Just for me, not in a group',
  withMentor: (name: string) => `With ${name}, my mentor`,
  forAdult: (name: string) => `${name} is asked first.`,
  estimate: (from: number, to: number) => `About ${from} to ${to} min.`,
  afterBell: 'Probably after the bell. Your hand goes with you.',
  wait: (minutes: number) => `Many hands are up. Help takes about ${minutes} min.`,
  passed: 'Somebody came back who has waited longer than you.',
  nobody: 'No adult is here yet. They know you wait.',
  tried: 'What have you tried so far? If you like, tell your adult, who can start there.',
  tellTried: 'Tell it',
  skipTried: 'Skip',
  triedAsk: 'What have you tried so far?',
  trying: 'Still trying',
  tryingOn: 'Keep trying! Your place stays yours.',
  stopTrying: 'I am stuck now',
  fine: 'I am fine now',
  sayElse: 'Say it otherwise',
  reported: 'Something here was reported. Somebody is coming to look.',
  inferred: 'An adult comes by when there is time. Do you want one now? Tap Help.',
  holdTitle: 'You try it alone',
  holdUntil: (time: string) => `${time} more, then tell us how it goes.`,
  holdNow: 'How is it going?',
  stuck: 'Still stuck',
  solved: 'It works!',
  lookTitle: 'Are you there?',
  lookText: 'Your adult came and did not see you.',
  here: 'I am here',
  parked: (n: number) =>
    count(
      n,
      'One hand waits for another lesson. It comes back by itself.',
      '# hands wait for other lessons. They come back by themselves.',
    ),
  unpark: 'I do not need it any more',
  unparkThis: (about: string) => `I do not need it: “${about}”`,
  over: {
    resolved: 'Done. Well asked!',
    cancelled: 'Your hand is down.',
    dismissed: 'Your adult closed this. You can ask again.',
    expired: 'Nobody found you. Ask again, please.',
  },
  /** Why it is over, when that is known. */
  why: {
    answered: 'Your question has its answer. You can ask again.',
    duplicate: 'You asked two times. One hand is enough.',
    mistake: 'Your adult thinks all is well. You can ask again.',
    'not-urgent': 'Your adult thinks it can wait. You can ask again.',
    'student-left': 'Your adult did not see you here. You can ask again.',
    'other-task': 'Your adult had to go. You can ask again.',
    drill: 'There is a drill now. You can ask again after it.',
    'no-show': 'Your adult came and did not see you. Ask again, please.',
    bell: 'The bell came first. You can ask again.',
    other: 'Your adult closed this. You can ask again.',
  },
  rather: 'Rather alone',
  leftAlone: 'Nobody has heard of your helper for a while. Are you still stuck?',
  inGroup: 'You are helped together with others.',
  huddle: (place: string) => `Go to: ${place}`,
  reopen: 'It still does not work',
  askAgain: 'Ask again',
  lamp: {
    'on-hold': 'Lamp: trying alone',
    unreachable: 'Lamp: being looked for',
  },
};

export type HandWords = typeof handEn;
