/**
 * Text of the wire to frames and back. What cannot be read is refused with the field that was
 * wrong.
 */
import type { CommandKind, CommandResult, FromDevice, FromServer } from './frames';
import { commandResults, fromDevice, fromServer } from './frames';
import type { Shape } from './shape';
import { members, text, WireFault } from './shape';

export type Parsed<T> =
  | { readonly ok: true; readonly frame: T }
  /** A type this client does not know: ignored, because the protocol may grow. */
  | { readonly ok: false; readonly unknown: string }
  | { readonly ok: false; readonly fault: WireFault };

/** Reads one frame sent by the server. */
export function parseFromServer(source: string): Parsed<FromServer> {
  return parse<FromServer>(source, fromServer);
}

/** Reads one frame as a device sends it; used by the tests that read the golden files. */
export function parseFromDevice(source: string): Parsed<FromDevice> {
  return parse<FromDevice>(source, fromDevice);
}

export function encode(frame: FromDevice): string {
  return JSON.stringify(frame);
}

/** The result of a command as its kind promises it; refuses what does not fit. */
export function readResult<K extends CommandKind>(kind: K, result: unknown): CommandResult<K> {
  if (!isResulting(kind)) return undefined as CommandResult<K>;
  return commandResults[kind](result, 'result') as CommandResult<K>;
}

function isResulting(kind: string): kind is keyof typeof commandResults {
  return Object.hasOwn(commandResults, kind);
}

function parse<T>(source: string, shapes: Readonly<Record<string, Shape<T>>>): Parsed<T> {
  try {
    const value: unknown = JSON.parse(source);
    const type = text(members(value, '')['t'], 't');
    const shape = Object.hasOwn(shapes, type) ? shapes[type] : undefined;
    return shape === undefined
      ? { ok: false, unknown: type }
      : { ok: true, frame: shape(value, '') };
  } catch (problem) {
    if (problem instanceof WireFault) return { ok: false, fault: problem };
    if (problem instanceof SyntaxError) return { ok: false, fault: new WireFault('', 'JSON') };
    throw problem;
  }
}
