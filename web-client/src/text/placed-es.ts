// What a student reads when put, called or kept somewhere, in Spanish.
import type { PlacedWords } from './placed-en';

export const placedEs: PlacedWords = {
  ok: 'De acuerdo',
  listen: 'Escucha a tu adulto.',
  insertDo: {
    freeze: 'Quédate donde estás.',
    assembly: 'Nos reunimos todos.',
    gather: 'Ve con tu adulto.',
    evacuate: 'Sal con tu adulto.',
  },
  callTo: (by) => `Te llama ${by}`,
  callBy: (by) => `con ${by}`,
  callAt: (time) => `A las ${time}`,
  callSoon: 'Pronto',
  changedNow: 'Lugar nuevo, ahora',
  changedNext: 'Lugar nuevo, después',
  from: (time) => `desde las ${time}`,
  mayStay: 'Puedes terminar aquí.',
  mayStayUntil: (time) => `Puedes terminar aquí hasta las ${time}.`,
  mayLeave: 'Ya puedes ir caminando.',
  mayLeaveAt: (time) => `Puedes ir caminando desde las ${time}.`,
  choose: (n) => `Elige: ${n} lugares`,
  chooseTitle: '¿Adónde quieres ir?',
  chosen: 'elegido',
};
