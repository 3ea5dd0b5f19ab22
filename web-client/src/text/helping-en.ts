// Words of what a helper is told of a call, and of what she does beside helping.
export const helpingEn = {
  lost: {
    title: 'No longer yours',
    /** What happened to it; by whom, where an adult did it. */
    how: {
      lapsed: (name: string) => `The time to reach ${name} is over.`,
      'taken-over': (name: string, by: string) => `${by} has taken ${name} over.`,
      'handed-off': (name: string, by: string) => `${by} has handed ${name} on.`,
      'put-back': (name: string, by: string) => `${by} has put ${name} back in the line.`,
      closed: (name: string, by: string) => `The call of ${name} was closed by ${by}.`,
      done: (name: string, by: string) => `${by} says that ${name} was helped.`,
      fine: (name: string) => `${name} is fine now. No need to go.`,
      alone: (name: string) => `${name} would like to be helped alone.`,
      moved: (name: string) => `${name} is due somewhere else now.`,
      ended: (name: string) => `The time for this call of ${name} is over.`,
    },
    somebody: 'A leader',
    waits: 'It waits in the line.',
    waitsFor: (to: string) => `It waits for ${to}.`,
    has: (to: string) => `${to} has it now.`,
    parked: 'It waits for another lesson.',
    noted: 'Got it',
  },
};

export type HelpingWords = typeof helpingEn;
