/** Every word a person reads. */
export const en = {
  title: 'Carillon',
  waiting: 'Waiting for the server.',
} as const;
