// Las palabras de la página que muestra si está todo lo que sostiene el día.
import type { HealthWords } from './health-en';
import { plural } from './plural';

const count = (n: number, one: string, other: string) => plural('es', n, { one, other });

export const healthEs: HealthWords = {
  title: 'Salud del día',
  loading: 'Mirándolo todo…',
  denied: 'Esta página es para dirección y administración.',
  failed: 'La escuela aún no responde. La página sigue preguntando.',
  silent: (time) => `Sin respuesta desde ${time}. Se ve lo que se sabía entonces.`,
  asOf: (time) => `A las ${time}`,
  well: 'Está todo lo que sostiene el día.',
  looks: (n) => count(n, '# cosa que mirar', '# cosas que mirar'),
  finding: {
    unsaved:
      'Ahora mismo no se puede guardar nada: el almacén no responde. Las pantallas siguen con lo que saben y envían lo hecho cuando vuelva. Mira si Redis está en marcha.',
    board: (name, time) =>
      `La pantalla ${name} no da señales desde ${time}. Mira si tiene corriente y red.`,
    missed: (n, time) =>
      count(
        n,
        `# dispositivo durmió durante el timbre de ${time}. Deja su página delante o su pantalla despierta.`,
        `# dispositivos durmieron durante el timbre de ${time}. Deja sus páginas delante o sus pantallas despiertas.`,
      ),
    clocks: (n) =>
      count(
        n,
        '# dispositivo aún no sabe la hora de la escuela. Si sigue así, haz en él la prueba de red.',
        '# dispositivos aún no saben la hora de la escuela. Si sigue así, haz en uno la prueba de red.',
      ),
    imported: (file: string, n: number) =>
      count(
        n,
        `La última importación dejó fuera o puso en duda # cosa de ${file}. Vuelve a importar y lee lo que dice.`,
        `La última importación dejó fuera o puso en duda # cosas de ${file}. Vuelve a importar y lee lo que dice.`,
      ),
    polls: (n) =>
      count(
        n,
        '# dispositivo tiene que preguntar una y otra vez, porque su red no deja pasar nada mejor. Haz en él la prueba de red.',
        '# dispositivos tienen que preguntar una y otra vez, porque su red no deja pasar nada mejor. Haz en uno la prueba de red.',
      ),
  },
  devices: 'Conectados ahora',
  devicesNote: 'Personas con al menos un dispositivo',
  role: {
    student: 'Estudiantes',
    paraprofessional: 'Paraprofesionales',
    teacher: 'Docentes',
    leader: 'Dirección',
    administrator: 'Administración',
  },
  of: (here, all) => `${here} de ${all}`,
  boards: 'Pantallas de pared',
  board: 'Pantalla',
  noBoards: 'La escuela no tiene pantallas de pared.',
  boardHere: 'encendida',
  boardLost: (time) => `en silencio desde ${time}`,
  boardNever: 'aún sin conectar',
  bells: 'Últimos timbres',
  bellsNote: 'En este servidor',
  bellHeads: ['Timbre', 'Sonó', '95 % en menos de', 'Durmieron'],
  bell: {
    warning: 'Aviso',
    move: 'Cambio',
    tardy: 'En su lugar',
    end: 'Fin del bloque',
    dismiss: 'Salida',
    manual: 'A mano',
  },
  noBells: 'Aún no ha sonado ningún timbre.',
  rang: (rang, devices) => `${rang}/${devices}`,
  within: (ms) => `${ms} ms`,
  server: 'Servidor',
  serverRows: {
    up: 'En marcha desde hace',
    store: 'Almacén',
    nodes: 'Servidores',
    clocks: 'Relojes exactos a',
    aside: 'Señales apartadas',
    build: 'Versión de las páginas',
  },
  answers: 'responde',
  answersNot: 'no responde',
  hours: (hours, minutes) => `${hours} h ${minutes} min`,
  acts: 'Hoy',
  floor: 'Plano: cambiar el plan, cerrar un puesto',
  badges: 'Credenciales nuevas y papel',
};
