// Palabras de lo que se dice a quien ayuda de una llamada, y de lo que hace además de ayudar.
import type { HelpingWords } from './helping-en';

export const helpingEs: HelpingWords = {
  lost: {
    title: 'Ya no es tuya',
    how: {
      lapsed: (name) => `El tiempo para llegar a ${name} se acabó.`,
      'taken-over': (name, by) => `${by} atiende ahora a ${name} en tu lugar.`,
      'handed-off': (name, by) => `${by} ha pasado a ${name} a otra persona.`,
      'put-back': (name, by) => `${by} ha devuelto a ${name} a la fila.`,
      closed: (name, by) => `La llamada de ${name} fue cerrada por ${by}.`,
      done: (name, by) => `${by} dice que ${name} ya tuvo ayuda.`,
      fine: (name) => `${name} ya está bien. No hace falta ir.`,
      alone: (name) => `${name} prefiere ayuda individual.`,
      moved: (name) => `A ${name} le toca ahora otro lugar.`,
      ended: (name) => `El tiempo de esta llamada de ${name} se acabó.`,
    },
    somebody: 'La dirección',
    waits: 'Espera en la fila.',
    waitsFor: (to) => `Espera a ${to}.`,
    has: (to) => `Ahora la tiene ${to}.`,
    parked: 'Espera a otra lección.',
    noted: 'Entendido',
  },
};
