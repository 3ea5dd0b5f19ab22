// What every sheet is given: the day, the words, how times are written.
import type { Lang } from '../../text/speech.svelte';
import type { PrintWords } from '../../text/print-en';
import type { PaperDay } from './day';
import type { PassesPerPage, PaperSize } from './layout';
import type { PaperRoom, PaperStudent } from '../../store/paper';

export type PaperView = {
  readonly day: PaperDay;
  readonly words: PrintWords;
  readonly lang: Lang;
  readonly size: PaperSize;
  /** As many as were wished for, where the longest day fits. */
  readonly perPage: PassesPerPage;
  /** With its weekday. */
  readonly date: string;
  /** Up to when; absent for a day as planned. */
  readonly asOf: string | undefined;
  readonly time: (atMs: number) => string;
  /** Those that were chosen. */
  readonly rooms: readonly PaperRoom[];
  readonly students: (all: readonly PaperStudent[]) => PaperStudent[];
};
