// Words of the network check: what it tries, and the letter for whoever looks after the network.
export const networkCheckEn = {
  title: 'Network check',
  intro: 'Tries each way a screen can reach the school, from this device and this network.',
  again: 'Check again',
  print: 'Print the letter',
  running: 'checking…',
  works: (ms: number) => `works, ${ms} ms`,
  blocked: 'does not get through',
  paths: {
    page: 'Pages and calls (HTTPS)',
    websocket: 'WebSocket (wss)',
    events: 'Server-sent events',
    polls: 'Long polling',
    clock: 'Clock against the school’s',
    secure: 'Secure address (https)',
  },
  apart: (ms: number) => `${ms} ms apart`,
  yes: 'yes',
  no: 'no',
  letter: 'For whoever looks after the network',
  letterAll: 'Carillon reaches the school by its best way here. There is nothing to do.',
  letterSome: (host: string) =>
    `Some ways to ${host} are closed. Carillon works all the same by another one; with the best way open, screens follow sooner and use less of the network.`,
  letterNone: (host: string) =>
    `No screen on this network follows the day live. Please let ${host} through:`,
  ask: {
    websocket: (host: string) =>
      `Allow WebSocket connections (HTTP Upgrade) to ${host} and do not inspect or time them out.`,
    events: (host: string) =>
      `Do not hold back or repack answers of the type text/event-stream from ${host}.`,
    polls: (host: string) => `Allow POST requests to ${host} that are answered after some seconds.`,
    clock: 'Set the device’s clock from a time server.',
    secure: 'Serve Carillon by https; without it browsers take several features away.',
  },
  noOthers: 'Carillon uses this one address and nothing else: no other host and no other port.',
  facts: 'Facts',
  factAddress: 'Address',
  factTime: 'Checked at',
  factBrowser: 'Browser',
};

export type NetworkCheckWords = typeof networkCheckEn;
