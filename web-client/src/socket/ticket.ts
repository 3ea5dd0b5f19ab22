/** A ticket is good once and opens one socket. */
import type { Role } from '../wire/frames';
import { PROTOCOL } from '../wire/frames';
import { record, text, whole } from '../wire/shape';
import type { Answer } from './http';
import { post } from './http';

export type TicketAnswer =
  | { readonly ok: true; readonly ticket: string }
  /** `again`: worth trying again; otherwise `code` says why not (1101 not signed in, …). */
  | { readonly ok: false; readonly again: boolean; readonly code: number };

const ticket = record({ ticket: text, validMs: whole });

/** A ticket for whoever is signed in on this device. */
export async function sessionTicket(): Promise<TicketAnswer> {
  return answered(await post('/api/v1/ticket', { protocol: PROTOCOL }, ticket));
}

/** A ticket for one pane of the demo's visitors' page, which needs no sign-in. */
export async function demoTicket(role: Role): Promise<TicketAnswer> {
  return answered(await post('/api/v1/demo/ticket', { role, protocol: PROTOCOL }, ticket));
}

function answered(answer: Answer<{ readonly ticket: string }>): TicketAnswer {
  switch (answer.kind) {
    case 'ok':
      return { ok: true, ticket: answer.value.ticket };
    case 'unreachable':
      return { ok: false, again: true, code: 0 };
    case 'problem': {
      // What the server says about itself passes; what it says about us does not.
      const again = answer.status >= 500 || answer.status === 429;
      return { ok: false, again, code: answer.problem.code };
    }
  }
}
