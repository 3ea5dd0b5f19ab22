/**
 * The strip over other windows, where the browser can (Document Picture-in-Picture: Chromium on
 * laptops). Elsewhere the tab's title and icon say the same, and there is no button for it.
 */
import { mount, unmount } from 'svelte';
import type { Stop } from '../../wire/views';
import FloatStrip from './FloatStrip.svelte';

export type FloatFacts = {
  /** Where to go: now while she moves, else next. */
  readonly stop: Stop | undefined;
  readonly moving: boolean;
  /** Whole minutes until then; absent where nothing comes. */
  readonly minutes: number | undefined;
  /** Her hand is up. */
  readonly up: boolean;
};

type PictureInPicture = {
  requestWindow(size: { width: number; height: number }): Promise<Window>;
};

const SIZE = { width: 320, height: 96 };

function opener(): PictureInPicture | undefined {
  return (globalThis as { documentPictureInPicture?: PictureInPicture }).documentPictureInPicture;
}

export class Float {
  readonly #facts: () => FloatFacts;
  readonly #onhand: () => void;
  #window = $state.raw<Window>();

  constructor(facts: () => FloatFacts, onhand: () => void) {
    this.#facts = facts;
    this.#onhand = onhand;
    $effect(() => () => this.#window?.close());
  }

  get possible(): boolean {
    return opener() !== undefined;
  }

  get open(): boolean {
    return this.#window !== undefined;
  }

  /** Call from a tap or a key press. Opens the strip, or closes it. */
  async toggle(): Promise<void> {
    if (this.#window !== undefined) {
      this.#window.close();
      return;
    }
    const strip = await opener()
      ?.requestWindow(SIZE)
      .catch(() => undefined); // Refused: the screen stays as it is.
    if (strip === undefined) return;
    dressAlike(strip.document);
    const props = { facts: this.#facts, onhand: this.#onhand };
    const mounted = mount(FloatStrip, { target: strip.document.body, props });
    this.#window = strip;
    strip.addEventListener('pagehide', () => {
      this.#window = undefined;
      void unmount(mounted);
    });
  }
}

/** The strip is a document of its own: it wears what this one wears. */
function dressAlike(other: Document): void {
  for (const sheet of document.querySelectorAll('link[rel="stylesheet"], style')) {
    other.head.append(other.importNode(sheet, true));
  }
  const root = document.documentElement;
  other.documentElement.lang = root.lang;
  other.documentElement.dir = root.dir;
  Object.assign(other.documentElement.dataset, { ...root.dataset });
  other.title = document.title;
}
