// What a change of the day would do, in one sentence and one table.
import type { LeaderWords } from '../../text/floor-en';
import type { Moved } from '../../wire/frames';
import type { Block } from '../../wire/views';

export type MovedEdge = {
  readonly id: string;
  readonly block: Block;
  readonly edge: 'start' | 'end';
  readonly fromMs: number;
  readonly toMs: number;
};

export type Preview = {
  /** Bells that ring at another time; the end of a block and the start of the next are one bell. */
  readonly bells: number;
  /** The next block that keeps its time although something before it moves. */
  readonly stays: Block | undefined;
  readonly students: number;
  readonly edges: readonly MovedEdge[];
  /** Edges of the turns that rooms take inside blocks. */
  readonly turns: readonly MovedEdge[];
  /** Blocks that are not held any more. */
  readonly dropped: readonly Block[];
  /** How many blocks come that were not planned. */
  readonly added: number;
  /** How many items of playlists have no block any more. */
  readonly lost: number;
  /** The version this preview was made from; the command expects it. */
  readonly version: number;
};

export function previewOf(
  moved: Moved,
  blocks: ReadonlyMap<string, Block>,
  version: number,
  nowMs: number,
): Preview {
  const edges = edgesOf(moved.moved, blocks);
  return {
    bells: new Set(edges.map(({ fromMs }) => fromMs)).size,
    stays: staying(edges, blocks, nowMs),
    students: moved.students,
    edges,
    turns: edgesOf(moved.turns ?? [], blocks),
    dropped: (moved.dropped ?? []).flatMap((id) => blocks.get(id) ?? []),
    added: moved.added?.length ?? 0,
    lost: moved.lost?.length ?? 0,
    version,
  };
}

function edgesOf(moved: Moved['moved'], blocks: ReadonlyMap<string, Block>): MovedEdge[] {
  return moved
    .flatMap(({ block: id, edge, fromMs, toMs }) => {
      const block = blocks.get(id);
      return block === undefined || fromMs === toMs
        ? []
        : [{ id: `${id} ${edge}`, block, edge, fromMs, toMs }];
    })
    .sort((one, other) => one.fromMs - other.fromMs || rank(one) - rank(other));
}

export function previewSentence(preview: Preview, words: LeaderWords): string {
  return words.sentence([
    words.bellsMove(preview.bells),
    ...(preview.stays === undefined ? [] : [words.stays(preview.stays.name)]),
    ...(preview.dropped.length === 0
      ? []
      : [words.dropped(preview.dropped.map(({ name }) => name).join(', '))]),
    ...(preview.added === 0 ? [] : [words.added(preview.added)]),
    ...(preview.lost === 0 ? [] : [words.lost(preview.lost)]),
    ...(preview.turns.length === 0 ? [] : [words.turnsFollow]),
    words.students(preview.students),
  ]);
}

/** The anchor that stops the ripple: the first block after the changes whose start is fixed. */
function staying(
  edges: readonly MovedEdge[],
  blocks: ReadonlyMap<string, Block>,
  nowMs: number,
): Block | undefined {
  const schedule = edges[0]?.block.schedule;
  const moved = new Set(edges.filter(({ edge }) => edge === 'start').map(({ block }) => block.id));
  return [...blocks.values()]
    .filter((block) => block.schedule === schedule && block.anchorStart && block.startMs > nowMs)
    .sort((one, other) => one.startMs - other.startMs)
    .find((block) => !moved.has(block.id));
}

/** At one instant a block ends before the next starts. */
function rank({ edge }: MovedEdge): number {
  return edge === 'end' ? 0 : 1;
}
