// What a student reads when put, called or kept somewhere.

export const placedEn = {
  ok: 'OK',
  listen: 'Listen to your adult.',
  insertDo: {
    freeze: 'Stay where you are.',
    assembly: 'We all come together.',
    gather: 'Go with your adult.',
    evacuate: 'Go outside with your adult.',
  },
  callTo: (by: string) => `${by} calls you`,
  callBy: (by: string) => `with ${by}`,
  callAt: (time: string) => `At ${time}`,
  callSoon: 'Soon',
  changedNow: 'New place, now',
  changedNext: 'New place, next',
  from: (time: string) => `from ${time}`,
  mayStay: 'You may finish here.',
  mayStayUntil: (time: string) => `You may finish here until ${time}.`,
  mayLeave: 'You may walk there now.',
  mayLeaveAt: (time: string) => `You may walk from ${time}.`,
  choose: (n: number) => `Choose: ${n} places`,
  chooseTitle: 'Where would you like to go?',
  chosen: 'chosen',
};

export type PlacedWords = typeof placedEn;
