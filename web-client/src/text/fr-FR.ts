/**
 * The words that everybody may read, in the French of Europe: what is written in Canadian French, with a
 * narrow space before ; ? and ! as France sets them, and the few words that differ.
 */
import type { Words } from './en';
import { european } from './european';
import { frCA } from './fr-CA';
import { saidAnew } from './said-anew';

export const frFR: Words = saidAnew(frCA, european);
