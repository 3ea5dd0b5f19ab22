// The screens and pages with their faces, the sizes they are made for, and who touches them. Paper and
// the visitors' page are looked at by walks.
import type { Size } from '../harness/looks';

/** Whose finger it is: each has a size that things must have. */
export type Hand = 'student' | 'young' | 'staff' | 'wall';

export type Face = {
  readonly query: string;
  readonly hand: Hand;
  readonly sizes: readonly Size[];
  /** What is pressed first, by test id, or by its key. */
  readonly press?: readonly string[];
  /** Stands for its screen wherever not all of them are measured. */
  readonly first?: true;
  /** Stands left of the other, and right of it where one reads from right to left. */
  readonly leftToRight?: readonly [string, string];
};

type More = Omit<Partial<Face>, 'query'>;

function face(screen: string, scene: string, hand: Hand, sizes: string, more: More = {}): Face {
  const query = screen === 'page' ? `page=${scene}` : `screen=${screen}&scene=${scene}`;
  return { query, hand, sizes: [...sizes] as Size[], ...more };
}
const student = (scene: string, sizes = 'PTC', more: More = {}): Face =>
  face('student', scene, scene.startsWith('young') ? 'young' : 'student', sizes, more);
const helper = (scene: string, sizes = 'PTC', more: More = {}): Face =>
  face('helper', scene, 'staff', sizes, more);
const leader = (scene: string, sizes = 'PTC', more: More = {}): Face =>
  face('leader', scene, 'staff', sizes, more);
const board = (scene: string, sizes = 'W', more: More = {}): Face =>
  face('board', scene, 'wall', sizes, more);
const page = (name: string, hand: Hand, sizes: string, more: More = {}): Face =>
  face('page', name, hand, sizes, more);

export const FACES: readonly Face[] = [
  student('work', 'CTP', { first: true, leftToRight: ['now-code', 'next-code'] }),
  student('work', 'PC', { press: ['settings'] }),
  student('move', 'CP'),
  student('warn', 'PC'),
  student('fresh', 'P', { press: ['help-tell'] }),
  student('estimate', 'PC'),
  student('claimed', 'TP'),
  student('missing', 'P'),
  student('choices', 'PC'),
  student('choices', 'P', { press: ['choose'] }),
  student('own-time', 'PC'),
  student('offer', 'P'),
  student('frozen', 'CP'),
  student('gathering', 'P'),
  student('changed', 'PC'),
  student('called', 'P'),
  student('none', 'P'),
  student('compact-waiting', 'CP'),
  student('young', 'TP', { first: true }),
  student('young-move', 'TP'),
  student('young-fresh', 'TP'),
  student('young-own-time', 'T'),
  student('young', 'T', { press: ['settings'] }),
  student('work&offline', 'P'),
  helper('line', 'PTC', { first: true }),
  helper('line', 'C', { press: ['Control+k'] }),
  helper('line', 'PC', { press: ['settings'] }),
  helper('told', 'PC'),
  helper('told', 'PC', { press: ['open-messages'] }),
  helper('helping', 'PC'),
  helper('flood', 'P'),
  helper('empty', 'P'),
  helper('closing', 'PC'),
  helper('closing', 'P', { press: ['card-more'] }),
  helper('closing', 'TC', { press: ['ask-open'] }),
  helper('closing', 'P', { press: ['tab-roster'] }),
  helper('lost', 'P'),
  helper('on-hold', 'P'),
  helper('marks', 'CP'),
  helper('placing', 'PC'),
  helper('turns', 'TP'),
  helper('turns', 'CP', { press: ['settings', 'projector-open'] }),
  helper('line&offline', 'P'),
  leader('calm', 'CTP', { first: true, leftToRight: ['map', 'attention'] }),
  leader('calm', 'C', { press: ['Control+k'] }),
  leader('calm', 'CP', { press: ['more'] }),
  leader('calm', 'C', { press: ['extend', 'extend-2'] }),
  leader('calm', 'C', { press: ['more', 'open-days'] }),
  leader('told', 'C', { press: ['open-messages'] }),
  leader('trouble', 'CP'),
  leader('move', 'TP'),
  leader('move', 'CP', { press: ['open-flows'] }),
  leader('before', 'C'),
  leader('unmeasured', 'CP'),
  leader('trouble', 'CP', { press: ['state-late'] }),
  leader('help', 'CP', { press: ['open-help', 'open-help-today'] }),
  leader('held', 'C'),
  leader('taken', 'CP'),
  leader('planned', 'CP'),
  leader('trouble&wall', 'W', { hand: 'wall' }),
  board('move', 'WCP'),
  board('calm'),
  board('range'),
  board('far'),
  board('alias'),
  board('groups', 'WT'),
  board('room'),
  board('countdown', 'WT'),
  board('door', 'TW', { first: true }),
  page('sign-in', 'staff', 'CP', { first: true }),
  page('kiosk', 'student', 'CTP', { first: true }),
  page('health', 'staff', 'CTP', { first: true }),
  page('network-check', 'staff', 'CP', { first: true }),
  page('pairing', 'staff', 'WCP'),
];
