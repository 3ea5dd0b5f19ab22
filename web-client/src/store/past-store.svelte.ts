/** The store of a floor that was: fed with stills, read like the live one, acts on nothing. */
import type { TableName } from '../wire/views';
import { FloorTables } from './floor-tables';
import type { Still } from './past';
import type { FloorReads } from './reads';
import type { Table } from './rows';

const NOBODY: ReadonlyMap<string, number> = new Map();

export class PastStore extends FloorTables implements FloorReads {
  #still = $state.raw<Still>({ atMs: 0, tables: {} });

  /** What is shown from now on. */
  show(still: Still): void {
    this.#still = still;
  }

  /** The replayed instant: it stands until another is shown. */
  get nowMs(): number {
    return this.#still.atMs;
  }
  readonly speed = 1;
  /** Whose devices were connected is not kept. */
  readonly lastSeenMs = NOBODY;

  get demo(): boolean {
    return this.day?.demo ?? false;
  }
  get zone(): string | undefined {
    return this.day?.zone;
  }
  get schoolName(): string {
    return this.day?.school ?? '';
  }

  override table<N extends TableName>(name: N): Table<N> {
    return (this.#still.tables[name] as Table<N> | undefined) ?? new Map();
  }
}
