/**
 * What this device keeps over a reload: a few values by name, in the browser's own database. Where
 * that is forbidden the plain storage takes its place, and where that is too, the page's memory.
 */
import { shelf } from './device';

export type Keep = {
  get(name: string): Promise<unknown>;
  /** A value JSON can write. */
  set(name: string, value: unknown): Promise<void>;
  remove(name: string): Promise<void>;
};

const DATABASE = 'carillon';
const STORE = 'kept';

export function deviceKeep(): Keep {
  return typeof indexedDB === 'undefined' ? plainKeep(shelf('local')) : databaseKeep();
}

function databaseKeep(): Keep {
  const instead = plainKeep(undefined);
  let opened: Promise<IDBDatabase> | undefined;

  async function ask<T>(
    mode: IDBTransactionMode,
    what: (store: IDBObjectStore) => IDBRequest<T>,
  ): Promise<T> {
    opened ??= open();
    const database = await opened;
    return done(what(database.transaction(STORE, mode).objectStore(STORE)));
  }

  /** A browser that refuses, or has no room left, costs the reload and nothing else. */
  async function orInstead<T>(asked: Promise<T>, other: () => Promise<T>): Promise<T> {
    try {
      return await asked;
    } catch {
      return other();
    }
  }

  return {
    get: (name) =>
      orInstead<unknown>(
        ask<unknown>('readonly', (store) => store.get(name) as IDBRequest<unknown>),
        () => instead.get(name),
      ),
    set: (name, value) =>
      orInstead(
        ask('readwrite', (store) => store.put(value, name)).then(() => undefined),
        () => instead.set(name, value),
      ),
    remove: (name) =>
      orInstead(
        ask('readwrite', (store) => store.delete(name)),
        () => instead.remove(name),
      ),
  };
}

function open(): Promise<IDBDatabase> {
  const asked = indexedDB.open(DATABASE, 1);
  asked.onupgradeneeded = () => asked.result.createObjectStore(STORE);
  return done(asked);
}

function done<T>(asked: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error ?? new Error('the database said no'));
  });
}

type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

export function plainKeep(kept: Shelf | undefined): Keep {
  const memory = new Map<string, string>();
  return {
    get: (name) => {
      const text = kept?.getItem(`${DATABASE}.${name}`) ?? memory.get(name);
      return Promise.resolve(text === undefined ? undefined : (JSON.parse(text) as unknown));
    },
    set: (name, value) => {
      if (kept === undefined) memory.set(name, JSON.stringify(value));
      else kept.setItem(`${DATABASE}.${name}`, JSON.stringify(value));
      return Promise.resolve();
    },
    remove: (name) => {
      memory.delete(name);
      kept?.removeItem(`${DATABASE}.${name}`);
      return Promise.resolve();
    },
  };
}
