// New badges, made a handful at a time: those that were made stay, whatever becomes of the others.
import { BADGES_AT_ONCE, printBadges, type NewBadge } from '../../store/paper';
import { pagesOf } from './layout';

export class NewBadges {
  #made = $state.raw<readonly NewBadge[]>([]);
  #wanted = $state(0);
  #making = $state(false);
  #failed = $state(false);

  get made(): readonly NewBadge[] {
    return this.#made;
  }

  /** How many were asked for. */
  get wanted(): number {
    return this.#wanted;
  }

  get making(): boolean {
    return this.#making;
  }

  get failed(): boolean {
    return this.#failed;
  }

  /** Makes them anew, which voids those of before; after a failure only the missing ones. */
  async make(students: readonly string[]): Promise<void> {
    if (this.#making) return;
    const kept = this.#failed ? this.#made.filter(({ student }) => students.includes(student)) : [];
    const missing = students.filter((id) => !kept.some(({ student }) => student === id));
    this.#made = kept;
    this.#wanted = students.length;
    this.#making = true;
    this.#failed = false;
    for (const some of pagesOf(missing, BADGES_AT_ONCE)) {
      const answer = await printBadges(some);
      if (answer.kind !== 'ok') {
        this.#failed = true;
        break;
      }
      this.#made = [...this.#made, ...answer.value.badges];
    }
    this.#making = false;
  }
}
