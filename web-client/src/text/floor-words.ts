// Picks the words of the floor and the board for a language; English where there is no other.
import { badgeEn, boardEn, leaderEn } from './floor-en';
import type { BadgeWords, BoardWords, LeaderWords } from './floor-en';
import { badgeEs, boardEs, leaderEs } from './floor-es';
import { badgeFrCA, boardFrCA, leaderFrCA } from './floor-fr-CA';

export type FloorWords = {
  readonly locale: string;
  readonly badge: BadgeWords;
  readonly leader: LeaderWords;
  readonly board: BoardWords;
};

const EN: FloorWords = { locale: 'en', badge: badgeEn, leader: leaderEn, board: boardEn };
const ES: FloorWords = { locale: 'es', badge: badgeEs, leader: leaderEs, board: boardEs };
const FR: FloorWords = { locale: 'fr-CA', badge: badgeFrCA, leader: leaderFrCA, board: boardFrCA };

export function floorWords(lang: string | undefined): FloorWords {
  switch (lang?.slice(0, 2)) {
    case 'es':
      return ES;
    case 'fr':
      return FR;
    default:
      return EN;
  }
}

/** The spoken name of a badge, such as "green square C". */
export function badgeName(
  words: FloorWords,
  badge: { letter: string; colour: number; shape: number },
): string {
  const colour = words.badge.colours[badge.colour % 8] ?? '';
  const shape = words.badge.shapes[badge.shape % 8] ?? '';
  return words.badge.spoken(colour, shape, badge.letter);
}
