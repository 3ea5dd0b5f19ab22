/** What a page says of its connection: the chip’s details and being offline. */
import type { Forms } from './plural';
import { plural } from './plural';

const n = (count: number, forms: Forms) => plural('en', count, forms);

export const connectionEn = {
  title: 'Connection',
  way: 'Connected by',
  by: { websocket: 'WebSocket', events: 'Server-sent events', polls: 'Long polling' },
  clock: 'Clock',
  clockWithin: (ms: number) => `right to within ${ms} ms`,
  clockUnknown: 'not compared with the school yet',
  tryNow: 'Try now',
  check: 'Network check',
  lacksTitle: 'Missing here, as the address does not begin with https',
  lacksSome: 'Missing in this browser',
  lacks: {
    offline: 'Opening this page without a network',
    awake: 'Keeping the screen awake',
    camera: 'Reading badges with the camera',
    window: 'Installing this page as an app',
  },
  offline: {
    short: (time: string) => `Offline · ${time}`,
    since: (time: string) => `Offline since ${time}, showing what was known then.`,
    unsaved: 'Nothing can be saved right now. Carillon keeps trying.',
    unsavedShort: 'Not saving',
    bells: 'Bells go on.',
    hand: 'Your hand goes up when the network is back.',
    here: '“I’m here” is kept.',
    waiting: (count: number) => n(count, { one: '# waiting', other: '# waiting' }),
    othersTake: 'Others may take the same hands meanwhile.',
    othersGone: 'Names and hands come back with the network.',
    signInStill:
      'No network. A screen that was open here before still shows its day and rings its bells.',
    openDay: 'Open the day kept here',
  },
  look: {
    title: (count: number) =>
      n(count, { one: '# change needs a look', other: '# changes need a look' }),
    at: (what: string, time: string) => `${what}, ${time}`,
    what: {
      ask: 'Your hand',
      arrive: '“I’m here”',
      claim: 'Taking a hand',
      other: 'A change',
    },
    done: 'Seen',
  },
  newer: {
    note: 'There is a newer version of this page.',
    refresh: 'Refresh when convenient',
    tooOld: 'This page is older than the school’s Carillon. Refresh it to go on.',
    refreshNow: 'Refresh',
  },
};
