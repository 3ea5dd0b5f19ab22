// Words of planning anew, in Spanish.
import type { PlanningWords } from './planning-en';
import { plural } from './plural';

const count = (n: number, one: string, other: string) => plural('es', n, { one, other });

export const planningEs: PlanningWords = {
  open: 'Planear de nuevo',
  placeOthers: 'Buscar otro lugar a sus estudiantes',
  waits: (title: string) => `Plan nuevo: ${title}`,
  waitsHint: (n: number, by: string) =>
    `${count(n, 'Se movería # estudiante', 'Se moverían # estudiantes')}. Lo pidió ${by}.`,
  closedHint: 'No recibe a nadie más. Sus estudiantes pueden ir a otro lugar.',

  title: {
    station: (place: string) => `${place} está cerrada`,
    stationOpen: (place: string) => `${place} está abierta`,
    adult: (name: string, time: string) => `${name} no está desde las ${time}`,
    student: (name: string) => `${name} llega o se va`,
    day: 'El resto del día',
  },

  what: 'Qué pasó',
  of: {
    station: 'Una estación cerró o abrió',
    adult: 'Falta una persona adulta',
    student: 'Alguien llegó, se fue o terminó antes',
    day: 'Cambiaron bloques del día',
  },
  station: 'Estación',
  adult: 'Quién falta',
  from: 'Desde cuándo',
  now: 'Ahora',
  student: 'Qué estudiante',
  choose: 'Elija',
  namesFailed: 'No llegaron los nombres. Inténtelo otra vez.',

  others: 'Cuántos más pueden moverse por cada estudiante que no puede quedarse',
  othersOf: ['Nadie más', 'Otra persona', 'Otras dos'],
  nextToo: (block: string) => `También ${block}, aunque ya se haya anunciado`,
  nextTooPlain: 'También el bloque siguiente, aunque ya se haya anunciado',
  propose: 'Ver qué cambiaría',
  proposeAgain: 'Verlo de nuevo',
  differently: 'Pedir otra cosa',
  thinking: 'Buscando lugares…',

  moves: (students: number, blocks: number) =>
    `${count(students, 'Se mueve # estudiante', 'Se mueven # estudiantes')} en ${count(blocks, '# bloque', '# bloques')}.`,
  nobodyMoves: 'Nadie se mueve.',
  madeRoom: (n: number) => count(n, '# solo para hacer sitio.', '# solo para hacer sitio.'),
  notPlaced: (n: number) =>
    count(n, '# cosa se queda hoy sin lugar.', '# cosas se quedan hoy sin lugar.'),
  nothing: 'Nadie tiene que moverse. Todo sigue como estaba planeado.',
  still: 'Todavía no cambia nada. Se avisa a los estudiantes cuando usted acepte.',
  accept: 'Aceptar',
  reject: 'Rechazar',
  table: (block: string) => `Quién se mueve en ${block}`,
  arrow: 'luego',
  whyOf: {
    displaced: 'no puede quedarse ahí',
    'seat-free': 'recibe un lugar libre',
    'made-room': 'hace sitio',
  },
  unmet: 'Hoy sin lugar',
  unmetText: 'Mientras tanto están en su lugar de siempre o en el de reserva.',
  reason: {
    'no-station': 'no hay estación para eso',
    'no-block': 'no quedan bloques',
    full: 'todas las estaciones están llenas',
    clash: 'tiene otra cosa cuando hay lugar',
    closed: 'todas sus estaciones están cerradas',
    frozen: 'solo hay lugar en un bloque ya anunciado',
  },
  over: 'Esta propuesta terminó: se aceptó, se rechazó, hay otra o sus bloques ya empezaron.',
  accepted: (students: number) =>
    count(students, '# estudiante tiene un lugar nuevo.', '# estudiantes tienen un lugar nuevo.'),
  acceptedNote: 'Se avisa ahora a cada quien y dice OK. Usted sabrá quién no lo ha visto.',
  leftOut: (n: number) => count(n, '# cambio quedó fuera:', '# cambios quedaron fuera:'),
  leftWhy: {
    begun: 'el bloque ya empezó o se anunció',
    gone: 'hoy ya no está',
    chosen: 'alguien le dio lugar entretanto',
    moved: 'su plan ya es otro',
    closed: 'la estación cerró',
    full: 'no queda lugar',
    apart: 'mejor lejos de alguien que está ahí',
  },
  closing: {
    looking: 'Buscando adónde iría cada quien…',
    nobody: 'Nadie más tenía que venir hoy: no cambia ninguna parada.',
    changes: (stops: number, students: number) =>
      `${count(stops, 'Cambia # parada', 'Cambian # paradas')}, de ${count(students, '# estudiante', '# estudiantes')}.`,
    noPlace: (n: number) =>
      count(
        n,
        '# estudiante no encuentra lugar para lo que iba a hacer aquí.',
        '# estudiantes no encuentran lugar para lo que iban a hacer aquí.',
      ),
    where: 'Adónde van en su lugar',
    goes: (n: number, place: string) => `${count(n, '# estudiante', '# estudiantes')} a ${place}`,
    who: 'Quién no encuentra lugar',
    allOf: (room: string, n: number) => `Todo ${room}: ${count(n, '# estación', '# estaciones')}`,
    still:
      'Todavía no ha cambiado nada. Quien está aquí puede quedarse hasta el final del bloque; a los demás se les avisa enseguida.',
    confirm: 'Cerrar y mandarlos allí',
    only: 'Cerrar y decidir eso después',
  },
  rejected: 'Rechazada. Todos siguen donde estaba planeado.',
};
