import type { connectionEn } from './connection-en';
import type { Forms } from './plural';
import { plural } from './plural';

const n = (count: number, forms: Forms) => plural('es', count, forms);

export const connectionEs: typeof connectionEn = {
  title: 'Conexión',
  way: 'Conectado por',
  by: { websocket: 'WebSocket', events: 'Eventos del servidor (SSE)', polls: 'Sondeo largo' },
  clock: 'Reloj',
  clockWithin: (ms: number) => `exacto a menos de ${ms} ms`,
  clockUnknown: 'aún sin comparar con la escuela',
  tryNow: 'Probar ahora',
  check: 'Prueba de red',
  lacksTitle: 'Falta aquí, porque la dirección no empieza por https',
  lacksSome: 'Falta en este navegador',
  lacks: {
    offline: 'Abrir esta página sin red',
    awake: 'Mantener la pantalla encendida',
    camera: 'Leer tarjetas con la cámara',
    window: 'Instalar esta página como aplicación',
  },
  offline: {
    short: (time: string) => `Sin red · ${time}`,
    since: (time: string) => `Sin red desde las ${time}; se muestra lo que se sabía entonces.`,
    unsaved: 'Ahora no se puede guardar nada. Carillon lo sigue intentando.',
    unsavedShort: 'No se guarda',
    bells: 'Los timbres siguen.',
    hand: 'Tu mano sube cuando vuelva la red.',
    here: '«Estoy aquí» queda guardado.',
    waiting: (count: number) => n(count, { one: '# en espera', other: '# en espera' }),
    othersTake: 'Mientras tanto otros pueden tomar las mismas manos.',
    othersGone: 'Los nombres y las manos vuelven con la red.',
    signInStill:
      'Sin red. Una pantalla que ya estaba abierta aquí sigue mostrando su día y tocando sus timbres.',
    openDay: 'Abrir el día guardado aquí',
  },
  look: {
    title: (count: number) =>
      n(count, { one: '# cambio pide una mirada', other: '# cambios piden una mirada' }),
    at: (what: string, time: string) => `${what}, ${time}`,
    what: {
      ask: 'Tu mano',
      arrive: '«Estoy aquí»',
      claim: 'Tomar una mano',
      other: 'Un cambio',
    },
    done: 'Visto',
  },
  newer: {
    note: 'Hay una versión más nueva de esta página.',
    refresh: 'Actualiza cuando te venga bien',
    tooOld: 'Esta página es más antigua que el Carillon de la escuela. Actualízala para seguir.',
    refreshNow: 'Actualizar',
  },
};
