/**
 * A small kit to read JSON that came from outside: a shape either gives back a typed value or
 * throws [WireFault] naming the field. Unknown fields are left out, because frames to devices may
 * grow.
 */
export class WireFault extends Error {
  constructor(
    readonly field: string,
    readonly expected: string,
  ) {
    super(`${field}: expected ${expected}`);
    this.name = 'WireFault';
  }
}

export type Shape<T> = (value: unknown, field: string) => T;
export type Read<S> = S extends Shape<infer T> ? T : never;

/** Marks a field that may be absent. */
export type Maybe<T> = { readonly maybe: Shape<T> };

type Fields = Record<string, Shape<unknown> | Maybe<unknown>>;
type Needed<F extends Fields> = {
  [K in keyof F as F[K] extends Maybe<unknown> ? never : K]: F[K] extends Shape<infer T>
    ? T
    : never;
};
type Absent<F extends Fields> = {
  [K in keyof F as F[K] extends Maybe<unknown> ? K : never]?: F[K] extends Maybe<infer T>
    ? T
    : never;
};
/** The value a record of fields describes. */
export type Row<F extends Fields> = Readonly<Needed<F> & Absent<F>>;

export const text: Shape<string> = (value, field) => {
  if (typeof value === 'string') return value;
  throw new WireFault(field, 'text');
};

export const number: Shape<number> = (value, field) => {
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  throw new WireFault(field, 'a number');
};

export const whole: Shape<number> = (value, field) => {
  if (Number.isSafeInteger(value)) return value as number;
  throw new WireFault(field, 'a whole number');
};

export const yesNo: Shape<boolean> = (value, field) => {
  if (typeof value === 'boolean') return value;
  throw new WireFault(field, 'true or false');
};

/** Kept as it came: read later by whoever knows more about it. */
export const raw: Shape<unknown> = (value) => value;

export function oneOf<const T extends readonly string[]>(...choices: T): Shape<T[number]> {
  return (value, field) => {
    if (typeof value === 'string' && choices.includes(value)) return value;
    throw new WireFault(field, choices.join(' or '));
  };
}

export function only<const T extends string>(wanted: T): Shape<T> {
  return (value, field) => {
    if (value === wanted) return wanted;
    throw new WireFault(field, wanted);
  };
}

export function listOf<T>(item: Shape<T>): Shape<readonly T[]> {
  return (value, field) => {
    if (!Array.isArray(value)) throw new WireFault(field, 'a list');
    return value.map((one: unknown, at) => item(one, `${field}[${at}]`));
  };
}

export function mapOf<T>(item: Shape<T>): Shape<Readonly<Record<string, T>>> {
  return (value, field) => {
    const found: Record<string, T> = {};
    for (const [key, one] of Object.entries(members(value, field))) {
      found[key] = item(one, `${field}.${key}`);
    }
    return found;
  };
}

export function pair<A, B>(first: Shape<A>, second: Shape<B>): Shape<readonly [A, B]> {
  return (value, field) => {
    if (!Array.isArray(value) || value.length !== 2) throw new WireFault(field, 'a pair');
    return [first(value[0], `${field}[0]`), second(value[1], `${field}[1]`)];
  };
}

export function maybe<T>(shape: Shape<T>): Maybe<T> {
  return { maybe: shape };
}

export function record<F extends Fields>(fields: F): Shape<Row<F>> {
  const wanted = Object.entries(fields);
  return (value, field) => {
    const from = members(value, field);
    const found: Record<string, unknown> = {};
    for (const [key, shape] of wanted) {
      const path = field === '' ? key : `${field}.${key}`;
      const one = from[key];
      if (typeof shape === 'function') {
        if (one === undefined) throw new WireFault(path, 'to be there');
        found[key] = shape(one, path);
      } else if (one !== undefined) {
        found[key] = shape.maybe(one, path);
      }
    }
    return found as Row<F>;
  };
}

/** The members of a JSON object; a list or `null` is refused. */
export function members(value: unknown, field: string): Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    return value as Record<string, unknown>;
  }
  throw new WireFault(field, 'an object');
}
