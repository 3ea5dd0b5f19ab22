/**
 * What this device has said of the prompt about the student's call for help: each stage once, and
 * nothing of a prompt that is over. A page out of view shows nothing; once it is looked at, it does.
 */
import type { Receipt } from '../wire/frames';

type Stage = 'delivered' | 'shown' | 'acknowledged';

export class PromptBook {
  readonly #say: (receipt: Omit<Receipt, 't'>) => void;
  readonly #visible: () => boolean;
  readonly #said = new Set<Stage>();
  #prompt: string | undefined;

  constructor(say: (receipt: Omit<Receipt, 't'>) => void, visible: () => boolean) {
    this.#say = say;
    this.#visible = visible;
  }

  /** The prompt that is on the screen now, if there is one. */
  show(prompt: string | undefined): void {
    if (prompt !== this.#prompt) {
      this.#prompt = prompt;
      this.#said.clear();
    }
    this.#tell('delivered');
    this.look();
  }

  /** The page may have come into view. */
  look(): void {
    if (this.#visible()) this.#tell('shown');
  }

  /** She has done something about her call: of another one this says nothing. */
  acknowledge(help: string): void {
    if (this.#prompt?.startsWith(`${help}@`) !== true) return;
    this.#tell('shown');
    this.#tell('acknowledged');
  }

  /** On another connection the server may not know what was said: it is said again. */
  again(): void {
    this.#said.clear();
  }

  #tell(stage: Stage): void {
    if (this.#prompt === undefined || this.#said.has(stage)) return;
    this.#said.add(stage);
    this.#say({ of: 'prompt', id: this.#prompt, stage });
  }
}
