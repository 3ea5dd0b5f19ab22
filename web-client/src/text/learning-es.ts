// Words of a student's own time, in Spanish.
import type { LearningWords } from './learning-en';
import { plural } from './plural';

const count = (n: number, one: string, other: string) => plural('es', n, { one, other });

export const learningEs: LearningWords = {
  flex: 'Lugares libres',
  free: (n) => (n === 0 ? 'sin lugar libre' : count(n, '# lugar libre', '# lugares libres')),
  join: 'Ir allí',
  joinLine: 'Esperar un lugar',
  leaveSeat: 'Dejar',
  leaveLine: 'No esperar más',
  seated: 'tu lugar',
  ahead: (n) => (n === 0 ? 'sigues tú' : count(n, '# antes de ti', '# antes de ti')),
  offer: 'Hay un lugar para ti',
  take: 'Sí, lo tomo',
  pass: 'No, gracias',
  offerLeft: (seconds) => count(seconds, '# segundo para contestar', '# segundos para contestar'),
  makeRoom: 'Otros esperan. Termina pronto, por favor.',
  goal: '¿Qué quieres hacer en este bloque?',
  reflection: '¿Cómo te fue?',
  unlocks: 'Exámenes',
  ask: 'Pedir que se abra',
  open: 'Abrir',
  submit: 'Ya lo entregué',
  startBy: (time) => `ábrelo antes de las ${time}`,
  unlockState: {
    asked: 'pedido',
    approved: 'puedes abrirlo',
    refused: 'hoy no',
    opened: 'abierto',
    submitted: 'entregado',
    expired: 'pídelo otra vez',
  },
  relocked: 'Ya no alcanzaba el tiempo. Le preguntamos otra vez a tu docente.',
  award: (name, by) => `${name}, de ${by}`,
  young: { goal: '¿Qué harás?', reflection: '¿Cómo te fue?' },
};
