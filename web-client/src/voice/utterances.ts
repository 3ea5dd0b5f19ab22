/** What is read aloud, cut into pieces a browser's voice gets through. Pure. */

/** A sentence and the language it is written in. */
export type Said = { readonly text: string; readonly lang: string };

/** Some voices are cut off at about 14 s. */
const PIECE_S_MAX = 12;
/** Slow for a voice, so that a piece is never longer than thought. */
const LETTERS_A_SECOND = 11;

/** How long a voice takes at most, in seconds. */
export function secondsOf(text: string, rate: number): number {
  return text.length / (LETTERS_A_SECOND * rate);
}

/** Sentence by sentence; one that is too long is parted between words. */
export function utterances(said: readonly Said[], rate: number): Said[] {
  return said.flatMap(({ text, lang }) =>
    sentences(text)
      .flatMap((sentence) => parted(sentence, rate))
      .map((piece) => ({ text: piece, lang })),
  );
}

function sentences(text: string): string[] {
  return text
    .split(/(?<=[.!?…:;])\s+/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}

function parted(sentence: string, rate: number): string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const word of sentence.split(/\s+/u).flatMap((one) => short(one, rate))) {
    const longer = piece === '' ? word : `${piece} ${word}`;
    if (secondsOf(longer, rate) > PIECE_S_MAX) {
      pieces.push(piece);
      piece = word;
    } else piece = longer;
  }
  return [...pieces, piece];
}

function short(word: string, rate: number): string[] {
  const most = Math.floor(PIECE_S_MAX * LETTERS_A_SECOND * rate);
  const pieces: string[] = [];
  for (let from = 0; from < word.length; from += most) pieces.push(word.slice(from, from + most));
  return pieces;
}
