// Words of the page that shows whether all that carries the day is there. They come with that page.
import type { BellKind } from '../wire/views';
import { plural } from './plural';

const count = (n: number, one: string, other: string) => plural('en', n, { one, other });

const bell: Readonly<Record<BellKind, string>> = {
  warning: 'Warning',
  move: 'Move',
  tardy: 'In place',
  end: 'End of block',
  dismiss: 'Dismissal',
  manual: 'By hand',
};

export const healthEn = {
  title: 'Health of the day',
  loading: 'Looking at everything…',
  denied: 'This page is for leaders and administrators.',
  failed: 'No answer from the school yet. The page goes on asking.',
  silent: (time: string) => `No answer since ${time}. What you see is what was known then.`,
  asOf: (time: string) => `As of ${time}`,
  well: 'All that carries the day is there.',
  looks: (n: number) => count(n, '# thing to look at', '# things to look at'),
  finding: {
    unsaved:
      'Nothing can be saved right now: the store does not answer. Screens go on with what they know and send what was done when it is back. See whether Redis runs.',
    board: (name: string, time: string) =>
      `Board ${name} has not been heard of since ${time}. See whether its screen has power and network.`,
    missed: (n: number, time: string) =>
      count(
        n,
        `# device slept over the bell of ${time}. Keep its page in front, or its screen awake.`,
        `# devices slept over the bell of ${time}. Keep their pages in front, or their screens awake.`,
      ),
    clocks: (n: number) =>
      count(
        n,
        '# device does not know the school’s time yet. If it stays so, run the network check on it.',
        '# devices do not know the school’s time yet. If it stays so, run the network check on one.',
      ),
    imported: (file: string, n: number) =>
      count(
        n,
        `The last import left out or doubted # thing of ${file}. Run the import again and read what it says.`,
        `The last import left out or doubted # things of ${file}. Run the import again and read what it says.`,
      ),
    polls: (n: number) =>
      count(
        n,
        '# device has to ask again and again, as its network lets nothing better through. Run the network check on it.',
        '# devices have to ask again and again, as their network lets nothing better through. Run the network check on one.',
      ),
  },
  devices: 'Connected now',
  devicesNote: 'People with at least one device',
  role: {
    student: 'Students',
    paraprofessional: 'Paraprofessionals',
    teacher: 'Teachers',
    leader: 'Leaders',
    administrator: 'Administrators',
  },
  of: (here: number, all: number) => `${here} of ${all}`,
  boards: 'Boards',
  board: 'Board',
  noBoards: 'The school has no boards.',
  boardHere: 'on',
  boardLost: (time: string) => `silent since ${time}`,
  boardNever: 'no screen yet',
  bells: 'Last bells',
  bellsNote: 'At this server',
  bellHeads: ['Bell', 'Rang', '95 % within', 'Slept'],
  bell,
  noBells: 'No bell has rung yet.',
  rang: (rang: number, devices: number) => `${rang}/${devices}`,
  within: (ms: number) => `${ms} ms`,
  server: 'Server',
  serverRows: {
    up: 'Running for',
    store: 'Store',
    nodes: 'Servers',
    clocks: 'Clocks right within',
    aside: 'Signals set aside',
    build: 'Build of the pages',
  },
  answers: 'answers',
  answersNot: 'does not answer',
  hours: (hours: number, minutes: number) => `${hours} h ${minutes} min`,
  acts: 'Today',
  floor: 'Floor: change the plan, close a station',
  badges: 'New badges and paper',
};

export type HealthWords = typeof healthEn;
