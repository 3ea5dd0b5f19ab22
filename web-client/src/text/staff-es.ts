// Palabras de lo que el personal mira por delante y por detrás: quién viene, quién espera un sitio,
// dispositivos en silencio, la campana del edificio, los días que vienen.
import { plural } from './plural';
import type { StaffWords } from './staff-en';

const count = (n: number, one: string, other: string) => plural('es', n, { one, other });

export const staffEs: StaffWords = {
  lastSeen: (n) => (n < 1 ? 'dispositivo recién perdido' : `dispositivo en silencio: ${n} min`),
  silent: 'dispositivo en silencio',
  silentAt: (n) => count(n, '# dispositivo en silencio', '# dispositivos en silencio'),
  offline: 'Dispositivo sin conexión',
  receipt: {
    none: 'Aún no llega al dispositivo',
    delivered: 'En el dispositivo',
    shown: 'Mostrado',
    acknowledged: 'Visto y respondido',
  },
  unshown: 'El dispositivo no lo mostró',

  incoming: 'Quién viene después',
  incomingFrom: (block, time) => `${block}, ${time}`,
  incomingTo: (n) => count(n, '# estudiante', '# estudiantes'),
  staying: 'ya está aquí',

  flex: 'Sitios de libre acceso',
  seats: (there, seats) => `${there} de ${seats} sitios ocupados`,
  waits: (n) => count(n, '# espera', '# esperan'),
  offers: (n) => count(n, '# sitio ofrecido', '# sitios ofrecidos'),
  nobodyWaits: 'Nadie espera.',
  waitingLine: 'Quién espera, por orden',
  offeredUntil: (time) => `tiene un sitio ofrecido hasta las ${time}`,
  overstays: (time) => `debía dejar sitio a las ${time}`,
  staysUntil: (time) => `debe dejar sitio a las ${time}`,

  align: {
    title: 'La campana del edificio',
    how: 'Las pantallas pueden sonar con la campana del edificio. Toque en el momento en que empiece a sonar.',
    heard: 'La oigo ahora',
    asking: 'Buscando qué campana era…',
    change: (from, to) => `Las campanas sonarían ${to}; hasta ahora, ${from}.`,
    same: (to) => `Ya es así: las campanas suenan ${to}.`,
    onTime: 'a su hora',
    later: (time) => `${time} después de lo previsto`,
    earlier: (time) => `${time} antes de lo previsto`,
    stays: 'Los bloques y los relojes se quedan como están.',
    confirm: 'Sonar con ella',
    again: 'Tocar otra vez',
    done: (to) => `Las campanas suenan ahora ${to}.`,
    undo: 'Como antes',
    undone: (to) => `Las campanas suenan otra vez ${to}.`,
    why: {
      2115: 'Ninguna campana prevista está a menos de cinco minutos de ese toque. Espere a la próxima y toque cuando empiece.',
      2001: 'Solo la dirección ajusta la campana.',
    },
  },

  days: {
    open: 'Próximos días',
    title: 'Los próximos días de clase',
    loading: 'Buscando los días…',
    failed: 'Los días no llegaron. Inténtelo de nuevo.',
    none: 'Ningún día de clase en un mes.',
    today: 'hoy',
    cycle: (day) => `Día ${day} de su ciclo`,
    rule: {
      manual: 'Decidido para esta fecha',
      exception: 'Día especial',
      cycle: 'Según el ciclo',
      weekday: 'Como en este día de la semana',
      none: 'No hay nada previsto',
    },
    because: (rule, why) => `${rule}: ${why}`,
    lost: (dayType) => `en lugar de ${dayType}`,
    hours: (from, to) => `de ${from} a ${to}`,
    question: (rivals) => `${rivals}: los dos piden este día. ¿Cuál vale?`,
    answer: (dayType, hours) => `${dayType}, ${hours}`,
    decide: 'Decidir',
    decideFor: (date) => `Decidir ${date}`,
    runs: 'Qué día será',
    noSchool: 'Sin clases',
    reason: 'Por qué, para quien pregunte',
    confirm: 'Que sea así',
    cancel: 'Cancelar',
    takeBack: 'Deshacer',
    takeBackFor: (date) => `Deshacer lo decidido para ${date}`,
    todayHow: 'Cuando la jornada ha empezado se cambia en «Más».',
    refused:
      'No se pudo decidir. Un día pasado o en marcha no se decide; el de hoy se cambia en «Más».',
    decided: (date, dayType) => `${date}: ${dayType}.`,
  },
};
