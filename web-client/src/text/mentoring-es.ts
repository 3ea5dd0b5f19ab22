// What staff read of tests to open and of students to meet, in Spanish.
import type { MentoringWords } from './mentoring-en';
import { plural } from './plural';

export const mentoringEs: MentoringWords = {
  unlockAsks: 'Esperan su visto bueno',
  approve: 'Aprobar',
  refuse: 'Negar',
  approveFor: (name, title) => `Aprobar ${title} para ${name}`,
  refuseFor: (name, title) => `Negar ${title} a ${name}`,
  approvedUntil: (time) => `para abrir antes de las ${time}`,
  window: (startBy, minutes, end) =>
    `empezar antes de las ${startBy}, toma unos ${minutes} min, el bloque termina a las ${end}`,
  nextWindow: (startBy, minutes, end) =>
    `en otro bloque: empezar antes de las ${startBy}, toma unos ${minutes} min, termina a las ${end}`,
  noWindow: (minutes) => `toma unos ${minutes} min, no queda un bloque tan largo`,
  again: (time) => `pedido otra vez, sin empezar a las ${time}`,
  since: (state, time) => `${state}, ${time}`,
  failures: (n) =>
    plural('es', n, { one: '# intento no aprobado', other: '# intentos no aprobados' }),
  teamState: {
    asked: 'pide',
    approved: 'aprobado',
    refused: 'negado',
    opened: 'abierto ahora',
    submitted: 'entregado',
    expired: 'sin abrir',
  },
  met: 'Nos vimos',
  metWith: (name) => `Me reuní con ${name}`,
  meetAt: (time) => `hoy a las ${time}`,
};
