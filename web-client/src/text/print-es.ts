// Palabras en papel y de la página que imprime.
import { plural } from './plural';
import type { PrintWords } from './print-en';

const count = (n: number, one: string, other: string) => plural('es', n, { one, other });

export const printEs: PrintWords = {
  title: 'Imprimir',
  heading: 'En papel',
  loading: 'Buscando el día…',
  failed: 'El día no llegó. Inténtalo otra vez.',
  noDay:
    'No hay nada que imprimir para ese día: no hay clases previstas, ya pasó o no se ha decidido qué día se sigue.',
  notYours: 'Imprimir es para docentes, dirección y administración.',
  retry: 'Intentar otra vez',
  when: 'Qué día',
  today: 'Hoy',
  next: 'Próximo día de clases',
  other: 'Otro día',
  date: 'Fecha',
  live: 'Hoy, tal como está ahora. Lo que cambie después no está en este papel.',
  planned: 'Según el plan. Imprímelo otra vez si el plan cambia.',
  what: 'Qué',
  pack: 'Paquete en papel',
  packHint: 'Todo para un día sin pantallas',
  sheets: {
    bells: 'Plan de timbres',
    poster: 'Cartel de pared',
    substitute: 'Hoja para suplentes',
    rosters: 'Listas por sala',
    passes: 'Pases',
    signs: 'Letreros de asientos y lugares',
    badges: 'Etiquetas de credencial',
  },
  paper: 'Papel',
  papers: { letter: 'Carta', a4: 'A4' },
  room: 'Salas',
  allRooms: 'Todas las salas',
  group: 'Estudiantes',
  allStudents: 'Todo el mundo',
  perPage: 'Pases por página',
  passesFour: 'Algunos días son demasiado largos para un pase pequeño: cuatro por página.',
  print: 'Imprimir',
  preview: 'Vista previa',
  nothing: 'Elige qué imprimir.',
  empty: 'Ese día no viene nadie aquí.',
  scale:
    'En la ventana de impresión elige 100 % y ningún margen propio, para que las etiquetas encajen.',

  badgesTitle: 'Credenciales nuevas',
  badgesWarn: (n: number) =>
    count(
      n,
      'Imprimir una credencial crea una nueva. La que tiene este estudiante deja de servir al momento.',
      'Imprimir credenciales crea otras nuevas. Las que tienen estos # estudiantes dejan de servir al momento.',
    ),
  badgesMake: (n: number) => count(n, 'Crear # credencial', 'Crear # credenciales'),
  badgesMaking: (done: number, all: number) => `${done} de ${all} creadas…`,
  badgesReady: (n: number) =>
    count(
      n,
      '# credencial nueva está lista. Imprímela ahora:',
      '# credenciales nuevas están listas. Imprímelas ahora:',
    ) + ' solo se muestran aquí, hasta salir de esta página.',
  badgesFailed: 'No se crearon todas. Las que se ven sirven. Crea otra vez las demás.',

  asOf: (time: string) => `A las ${time}`,

  meets: (who: string) => `con ${who}`,

  starts: 'Empieza',
  inPlace: 'En su lugar a las',
  wrapUp: 'A recoger',
  ends: 'Termina',
  block: 'Bloque',
  length: 'Minutos',
  bellRings: 'Suena el timbre',
  bellsHow: 'Suenan las horas que llevan un timbre al lado.',

  name: 'Nombre',
  posterHow: 'Busca tu nombre. Sigue la línea hasta el bloque de ahora.',

  roster: 'Quién viene',
  rosterHow: 'Marca a quien está aquí. Avisa a la oficina de quién no está.',
  from: 'Viene de',
  fromHome: 'empieza aquí',
  staysHere: 'sigue aquí',
  here: (n: number) => count(n, '# estudiante', '# estudiantes'),
  away: (names: string) => `Hoy no se espera a: ${names}`,
  places: 'Lugares de esta sala',
  nobody: 'nadie',

  subTitle: '¿Es tu primer día aquí? Te damos la bienvenida.',
  subIntro: (room: string) => `Lo que hace falta saber para llevar ${room} hoy.`,
  theDay: 'El día',
  hours: (from: string, to: string) => `Primer timbre ${from}, último timbre ${to}`,
  come: 'Estudiantes',
  who: 'Quién ayuda aquí',
  bellTitle: 'Cuando suena el timbre',
  bellLines: (move: number) => [
    'Los estudiantes van solos a su siguiente lugar. Cada uno va a otro, y así debe ser.',
    move > 0
      ? `Tienen ${move} minutos. Saluda en la puerta y marca quién ha llegado.`
      : 'Saluda en la puerta y marca quién ha llegado.',
    'Quien no sabe adónde ir mira el cartel o su pase, o te pregunta: la lista tiene todos los nombres.',
    'Dos minutos antes del final, pide que recojan.',
  ],
  helpTitle: 'Cuando alguien necesita ayuda',
  helpLines: [
    'Los estudiantes piden ayuda en su pantalla, o con la mano levantada si no hay pantalla.',
    'Va primero quien más ha esperado. Di «ya voy» para que no vaya nadie más.',
    'Termina con uno antes de ir al siguiente. Si no puedes ayudar, di quién puede.',
    'Si aquí nadie puede ayudarte, pregunta a un adulto de esta hoja o a la oficina.',
  ],
  exceptions: 'Hoy es distinto',
  noExceptions: 'Nada que sepamos.',
  closed: (place: string) => `${place} está cerrado.`,
  changed: (n: number) =>
    count(n, 'Se cambió # visita a esta sala', 'Se cambiaron # visitas a esta sala') +
    ' después de hacer el plan: están en la lista.',
  changedMark: 'cambiado',

  signScan: 'Escanea para abrir tu día',
  label: 'Escanea para entrar',
};
