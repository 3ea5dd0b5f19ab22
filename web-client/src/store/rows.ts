/** The tables of one screen: by name a map from row id to row. Replaced, never changed in place. */
import type { Patch } from '../wire/frames';
import type { RowOf, TableName, TableRows } from '../wire/views';
import { isTable } from '../wire/views';

export type Table<N extends TableName> = ReadonlyMap<string, RowOf<N>>;
export type Tables = { readonly [N in TableName]?: Table<N> };
type AnyTable = ReadonlyMap<string, { readonly id: string }>;

export function tablesOf(rows: TableRows): Tables {
  const tables: Record<string, AnyTable> = {};
  for (const [name, list] of Object.entries(rows)) {
    tables[name] = new Map(list.map((row) => [row.id, row]));
  }
  return tables as Tables;
}

/**
 * New tables with whole rows set and gone ones removed; tables that were not touched stay the same
 * objects.
 */
export function patched(before: Tables, patch: Patch): Tables {
  const after: Record<string, AnyTable> = { ...before };
  for (const [name, list] of Object.entries(patch.set ?? {})) {
    const table = new Map(after[name]);
    for (const row of list) table.set(row.id, row);
    after[name] = table;
  }
  for (const [name, ids] of Object.entries(patch.gone ?? {})) {
    if (!isTable(name) || after[name] === undefined) continue;
    const table = new Map(after[name]);
    for (const id of ids) table.delete(id);
    after[name] = table;
  }
  return after as Tables;
}
