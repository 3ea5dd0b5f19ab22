// Las palabras de una computadora que muchos comparten, y de su cámara.
import type { KioskWords } from './kiosk-en';

export const kioskEs: KioskWords = {
  title: 'Pantalla compartida',
  seat: (code) => `Asiento ${code}`,
  show: 'Muestra tu credencial a la cámara',
  badge: 'Escanea tu credencial o escribe su código',
  start: 'Empezar',
  hello: (name) => `Hola, ${name}`,
  studentsOnly: 'Esta pantalla es para estudiantes.',
  notNow: 'No funcionó. Inténtalo en un momento o pregunta a un adulto.',
  camera: {
    turnOn: 'Usar la cámara',
    preview: 'Lo que ve la cámara, como en un espejo',
    without: {
      insecure: 'La cámara solo funciona en una dirección segura (https). Tu código sirve.',
      denied: 'Aquí no se puede usar la cámara. Tu código sirve.',
      none: 'Esta computadora no tiene cámara. Tu código sirve.',
      failed: 'La cámara no responde. Tu código sirve.',
    },
  },

  elsewhere: 'Tu parada es',
  goThere: 'Voy para allá',
  adultSaid: 'Un adulto dijo que está bien',
  sure: (seat) => `¿Un adulto te dijo que puedes sentarte en ${seat}?`,
  weTell: 'Se lo decimos al adulto de aquí, para que nadie te busque.',
  yes: 'Sí, lo dijo un adulto',
  back: 'Volver',
  notTold: 'No se pudo avisar. Dile al adulto de aquí que estás en este asiento.',
  stay: 'Está bien',
};
