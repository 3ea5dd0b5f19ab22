import { plural } from './plural';
import type { ReplayWords } from './replay-en';

const count = (n: number, one: string, other: string) => plural('es', n, { one, other });

export const replayEs: ReplayWords = {
  title: 'Mirar atrás en el día',
  slider: 'Hora que se muestra',
  field: 'Hora que quiere ver',
  day: 'Día que quiere ver',
  today: 'Hoy',
  now: 'ahora',
  at: (time) => `${time}, repetición`,
  back: (n) => count(n, '# minuto atrás', '# minutos atrás'),
  forth: (n) => count(n, '# minuto adelante', '# minutos adelante'),
  live: 'En vivo',
  ribbon: 'Repetición',
  notNow: (time) => `${time}, repetición: nada de lo que ve aquí es de ahora`,
  notNowOn: (time, date) => `${date}, ${time}, repetición: nada de lo que ve aquí es de ahora`,
  waiting: (time) => `Buscando las ${time}…`,
  failed: 'No se pudo obtener esta hora.',
  retry: 'Intentar de nuevo',
  crumbs: 'Dónde mira',
  school: 'Escuela',
  room: 'Sala',
  listed: (state, place) => `${state} · ${place}`,
};
