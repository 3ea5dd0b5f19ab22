// What a person may set about her screens, in Spanish.
import type { SettingsWords } from './settings-en';

export const settingsEs: SettingsWords = {
  reset: 'Todo como al principio',
  here: 'Se guarda en este dispositivo hasta que cierres la sesión.',
  groups: {
    reading: 'Leer',
    seeing: 'Ver',
    hearing: 'Oír',
    using: 'Usar',
  },
  names: {
    size: 'Tamaño de las letras',
    face: 'Letras',
    spacing: 'Espacio',
    look: 'Claro u oscuro',
    contrast: 'Contraste',
    colours: 'Colores',
    motion: 'Movimiento',
    countdown: 'Tiempo que queda',
    mode: 'Mi pantalla',
    bells: 'Timbres',
    volume: 'Volumen',
    soon: 'Un timbre suave 5 minutos antes',
    buzz: 'Vibrar con el timbre',
    lamp: 'Lámpara arriba cuando levanto la mano',
    speech: 'Léeme',
    rate: 'Velocidad de lectura',
    keys: 'Teclas de una letra',
    thumb: 'Botones en un teléfono',
  },
  choices: {
    size: {
      100: '100 %',
      125: '125 %',
      150: '150 %',
      175: '175 %',
      200: '200 %',
    },
    face: {
      plain: 'Sencillas',
      lexend: 'Redondas',
      dyslexia: 'Base gruesa',
    },
    spacing: {
      usual: 'Normal',
      wide: 'Ancho',
      wider: 'Más ancho',
    },
    look: {
      system: 'Como el dispositivo',
      light: 'Claro',
      dark: 'Oscuro',
    },
    contrast: {
      usual: 'Normal',
      more: 'Más',
    },
    colours: {
      usual: 'Normales',
      calm: 'Tranquilos',
    },
    motion: {
      system: 'Como el dispositivo',
      less: 'Menos',
    },
    countdown: {
      ring: 'Anillo',
      number: 'Número',
      hidden: 'Oculto',
    },
    mode: {
      school: 'Como dice la escuela',
      young: 'Primero imágenes',
      standard: 'Tarjetas',
      compact: 'Lista',
    },
    bells: {
      carillon: 'Carillón',
      wood: 'Madera',
      hush: 'Susurro',
      light: 'Solo luz',
    },
    volume: {
      100: 'Pleno',
      70: 'Más bajo',
      40: 'Bajo',
      20: 'Muy bajo',
    },
    soon: {
      off: 'No',
      on: 'Sí',
    },
    buzz: {
      on: 'Sí',
      off: 'No',
    },
    lamp: {
      on: 'Sí',
      off: 'No',
    },
    speech: {
      off: 'No',
      on: 'Sí',
    },
    rate: {
      usual: 'Normal',
      slow: 'Lenta',
      quick: 'Rápida',
    },
    keys: {
      on: 'Sí',
      off: 'No',
    },
    thumb: {
      right: 'Mano derecha',
      left: 'Mano izquierda',
    },
  },
};
