// Palabras de lo que los adultos hacen entre sí: lo que se dicen hasta la campana.
import type { PeopleWords } from './people-en';
import { plural } from './plural';

const count = (n: number, one: string, other: string) => plural('es', n, { one, other });

export const peopleEs: PeopleWords = {
  messages: {
    title: 'Mensajes',
    open: 'Escribir un mensaje',
    unread: (n) => count(n, '# mensaje nuevo', '# mensajes nuevos'),
    came: (from, text) => `${from}: ${text}`,
    got: 'Entendido',
    more: (n) => count(n, '# más', '# más'),
    answers: 'Respuestas rápidas',
    until: (time) => `hasta las ${time}`,
    untilDayEnds: 'hasta que acabe el día',
    toRoom: (room) => `a todo el personal de ${room}`,
    toPerson: (name) => `a ${name}`,
    toLeaders: 'a la dirección',
    toAll: 'a todo el personal de turno',
    to: 'Para',
    room: (name) => `Todo el personal de ${name}`,
    leaders: 'La dirección',
    all: 'Todo el personal de turno',
    write: 'O con tus palabras',
    left: (n) => count(n, 'queda # carácter', 'quedan # caracteres'),
    send: 'Enviar',
    note: 'Desaparece con la campana. El alumnado y las pantallas nunca lo ven.',
    standing: 'En este bloque',
    none: 'En este bloque nadie ha dicho nada.',
    me: 'Tú',
    readBy: (got, of) => (of === 0 ? 'no hay nadie' : `entendido: ${got} de ${of}`),
    names: (names) => `Entendido: ${names}`,
    withdraw: 'Retirar',
    sent: 'Enviado',
    phrases: {
      'please-come': 'Ven, por favor',
      coming: 'Voy',
      soon: 'En unos minutos',
      'cannot-now': 'Ahora no puedo',
      thanks: 'Gracias',
    },
  },
};
