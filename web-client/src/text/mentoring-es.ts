// What staff read of tests to open and of students to meet, in Spanish.
import type { MentoringWords } from './mentoring-en';

export const mentoringEs: MentoringWords = {
  unlockAsks: 'Esperan su visto bueno',
  approve: 'Aprobar',
  refuse: 'Negar',
  approveFor: (name, title) => `Aprobar ${title} para ${name}`,
  refuseFor: (name, title) => `Negar ${title} a ${name}`,
  approvedUntil: (time) => `para abrir antes de las ${time}`,
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
