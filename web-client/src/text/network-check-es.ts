// Words of the network check, in Spanish.
import type { NetworkCheckWords } from './network-check-en';

export const networkCheckEs: NetworkCheckWords = {
  title: 'Prueba de red',
  intro:
    'Prueba cada camino por el que una pantalla llega a la escuela, desde este dispositivo y esta red.',
  again: 'Probar de nuevo',
  print: 'Imprimir la carta',
  running: 'probando…',
  works: (ms: number) => `funciona, ${ms} ms`,
  blocked: 'no pasa',
  paths: {
    page: 'Páginas y llamadas (HTTPS)',
    websocket: 'WebSocket (wss)',
    events: 'Eventos del servidor (SSE)',
    polls: 'Sondeo largo',
    clock: 'Reloj frente al de la escuela',
    secure: 'Dirección segura (https)',
  },
  apart: (ms: number) => `${ms} ms de diferencia`,
  yes: 'sí',
  no: 'no',
  letter: 'Para quien cuida la red',
  letterAll: 'Aquí Carillon llega a la escuela por su mejor camino. No hay nada que hacer.',
  letterSome: (host: string) =>
    `Algunos caminos hacia ${host} están cerrados. Carillon funciona igualmente por otro; con el mejor abierto, las pantallas siguen antes y usan menos red.`,
  letterNone: (host: string) =>
    `En esta red ninguna pantalla sigue el día en vivo. Por favor, dejen pasar ${host}:`,
  ask: {
    websocket: (host: string) =>
      `Permitan conexiones WebSocket (HTTP Upgrade) a ${host}, sin inspeccionarlas ni cortarlas por tiempo.`,
    events: (host: string) =>
      `No retengan ni reempaqueten respuestas de tipo text/event-stream de ${host}.`,
    polls: (host: string) =>
      `Permitan peticiones POST a ${host} que se contestan tras unos segundos.`,
    clock: 'Pongan en hora el dispositivo con un servidor de tiempo.',
    secure: 'Sirvan Carillon por https; sin él los navegadores quitan varias funciones.',
  },
  noOthers: 'Carillon usa solo esta dirección: ningún otro servidor y ningún otro puerto.',
  facts: 'Datos',
  factAddress: 'Dirección',
  factTime: 'Probado a las',
  factBrowser: 'Navegador',
};
