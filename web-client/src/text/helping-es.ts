// Palabras de lo que se dice a quien ayuda de una llamada, y de lo que hace además de ayudar.
import type { HelpingWords } from './helping-en';
import { plural } from './plural';

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
  more: {
    open: (code, name) => `Más sobre ${code}, ${name}`,
    title: (code, name) => `${code}, ${name}`,
    pin: 'Poner al principio de la fila',
    unpin: 'Ya no va primero',
    takeIn: (who, time) =>
      `${who} tiene esta mano. Si no se sabe nada de su dispositivo, se puede tomar en ${time}.`,
    finishFirst: 'Termina o suelta la mano que tienes; después puedes encargarte de esta.',
    closed: (code) => `${code} está cerrada.`,
  },
  ask: {
    open: 'Levantar la mano por alguien',
    title: 'Levantar la mano por alguien',
    who: '¿Por quién?',
    choose: 'Elige a alguien',
    about: '¿De qué se trata?',
    text: 'Unas palabras (si quieres)',
    send: 'Levantar la mano',
    raised: (code) => `Hay una mano levantada por ${code}.`,
    already: (code) => `${code} ya tiene la mano levantada.`,
  },
  leaves: 'se va con el timbre',
  leavesOwn: (time) => `Le toca otra sala a las ${time}.`,
  closing: (n) =>
    plural('es', n, {
      one: 'Falta poco para el timbre: # sale de la sala.',
      other: 'Falta poco para el timbre: # salen de la sala.',
    }),
  closingNext: '«Siguiente» toma a quien se queda o cabe.',
  kept: {
    help: (by) => (by === undefined ? 'recibe ayuda' : `recibe ayuda de ${by}`),
    test: () => 'sigue en una prueba',
    'extra-time': () => 'tiene tiempo extra',
    where: (why, place, time) => `${why}: ${place}, como mucho hasta las ${time}`,
  },
};
