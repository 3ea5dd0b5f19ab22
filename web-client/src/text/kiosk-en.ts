// Words of a computer many sit at, and of its camera.
export const kioskEn = {
  title: 'Shared screen',
  seat: (code: string) => `Seat ${code}`,
  show: 'Show your badge to the camera',
  badge: 'Scan your badge, or type its code',
  start: 'Start',
  hello: (name: string) => `Hi ${name}`,
  studentsOnly: 'This screen is for students.',
  notNow: 'That did not work. Try again in a moment, or ask an adult.',
  camera: {
    turnOn: 'Use the camera',
    preview: 'What the camera sees, as in a mirror',
    without: {
      insecure: 'The camera only works on a secure address (https). Your code works.',
      denied: 'The camera may not be used here. Your code works.',
      none: 'This computer has no camera. Your code works.',
      failed: 'The camera does not answer. Your code works.',
    },
  },

  elsewhere: 'Your stop is',
  goThere: 'I’ll go there',
  adultSaid: 'An adult said it is OK',
  sure: (seat: string) => `Did an adult say you may sit at ${seat}?`,
  weTell: 'The adult here is told, so that nobody looks for you.',
  yes: 'Yes, an adult said so',
  back: 'Back',
  notTold: 'That did not get through. Please tell the adult here that you are at this seat.',
  stay: 'OK',
};

export type KioskWords = typeof kioskEn;
