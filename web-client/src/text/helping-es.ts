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
      stuck: (name) => `${name} sigue sin poder y espera a otra persona.`,
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
  atBell: {
    title: (code, name) => `Al timbre: ${code}, ${name}`,
    carry: 'Guardar',
    pass: (place) => (place === undefined ? 'Pasar' : `Pasar: ${place}`),
    drop: 'Cerrar',
  },
  over: {
    more: (minutes) => `+${minutes} min`,
    moreAt: (minutes, place) => `${minutes} minutos más en ${place}`,
    stays: (n, time) =>
      plural('es', n, {
        one: `# estudiante se queda hasta las ${time}. El timbre suena para los demás.`,
        other: `# estudiantes se quedan hasta las ${time}. El timbre suena para los demás.`,
      }),
    awaited: (place, n) =>
      plural('es', n, { one: `${place}: # llega después`, other: `${place}: # llegan después` }),
    crowded: (place, n) =>
      plural('es', n, {
        one: `${place}: sin lugar para # que llega con el timbre`,
        other: `${place}: sin lugar para # que llegan con el timbre`,
      }),
    unseen: 'Nadie está marcado como presente todavía.',
    nobody: 'Nadie más los espera.',
    yes: (minutes) => `Sí, ${minutes} minutos más`,
    hold: 'Pedir que detengan el timbre',
    ask: (place, minutes) => `${place}: ¿puede esperar el timbre ${minutes} min?`,
    no: 'No',
    said: (n, time) =>
      plural('es', n, {
        one: `# se queda hasta las ${time}.`,
        other: `# se quedan hasta las ${time}.`,
      }),
  },
  /** With more hands up than can be answered one by one. */
  tellWait: (minutes) => `Avisar al grupo: unos ${minutes} min`,
  waitTold: (minutes) => `El grupo ya lo sabe: unos ${minutes} min.`,
  projector: {
    open: 'Mostrar al grupo',
    title: 'Para el grupo',
    close: 'Cerrar',
    next: 'Adónde vamos después',
    agenda: 'Hoy',
    toBell: 'hasta el timbre',
    students: (n) => plural('es', n, { one: '# estudiante', other: '# estudiantes' }),
  },
  onMove: (code, time) => `en camino, en ${code} desde las ${time}`,
  map: {
    tab: 'Plano',
    title: 'Tus salas y dónde están las manos',
    near: 'sala de al lado',
    far: 'lejos',
  },
  absent: 'Ausente',
  absentFor: (name) => `Ausente: ${name}`,
  mentor: {
    tab: 'Tutorías',
    title: 'Mis tutorías de la semana',
    remaining: (n) => `Pendientes: ${n}`,
    done: (n) => `Hechas esta semana: ${n}`,
    never: 'sin encuentro conocido',
    last: (day) => `último encuentro: ${day}`,
    next: (code, time) => `luego ${code}, ${time}`,
    start: 'Empezar',
    startWith: (name) => `Empezar una charla con ${name}`,
    stop: 'Ahora no',
    since: (minutes) => `${minutes} min`,
  },
  kept: {
    help: (by) => (by === undefined ? 'recibe ayuda' : `recibe ayuda de ${by}`),
    test: () => 'sigue en una prueba',
    'extra-time': () => 'tiene tiempo extra',
    class: () => 'sigue con un grupo que se alarga',
    where: (why, place, time) => `${why}: ${place}, como mucho hasta las ${time}`,
  },
};
