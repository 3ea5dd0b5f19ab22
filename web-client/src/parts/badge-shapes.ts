/** What a badge is on the wire: the numbers 0–7 choose colour and shape separately. */
export type BadgeFacts = { letter: string; colour: number; shape: number };

export const SHAPES = [
  'circle',
  'triangle',
  'square',
  'star',
  'diamond',
  'hexagon',
  'plus',
  'shield',
] as const;
export type Shape = (typeof SHAPES)[number];

/** The outline in a 100 × 100 box, with 5 units left for half of a 2-px stroke at 24 px. */
export type Outline = {
  path: string;
  /** Height of the middle of the letter. */
  middle: number;
  /** Size of one letter; two letters get three quarters of it. */
  letter: number;
};

const OUTLINES: Record<Shape, Outline> = {
  circle: { path: 'M50 5a45 45 0 1 1 0 90a45 45 0 1 1 0-90z', middle: 50, letter: 58 },
  triangle: { path: 'M50 6L96 92H4z', middle: 66, letter: 44 },
  square: {
    path: 'M14 8h72a6 6 0 0 1 6 6v72a6 6 0 0 1-6 6H14a6 6 0 0 1-6-6V14a6 6 0 0 1 6-6z',
    middle: 50,
    letter: 60,
  },
  star: { path: star(50, 53, 48, 29), middle: 54, letter: 44 },
  diamond: { path: 'M50 4L96 50L50 96L4 50z', middle: 50, letter: 48 },
  hexagon: { path: 'M27 8h46L96 50L73 92H27L4 50z', middle: 50, letter: 56 },
  plus: { path: 'M28 5h44v23h23v44H72v23H28V72H5V28h23z', middle: 50, letter: 56 },
  shield: { path: 'M50 5L92 15v34C92 74 73 90 50 96C27 90 8 74 8 49V15z', middle: 49, letter: 56 },
};

/** A number outside 0–7 wraps round, so that a longer list never leaves a place without a badge. */
export function shapeOf(shape: number): Shape {
  return SHAPES[wrap(shape)] ?? 'circle';
}

export function outlineOf(shape: number): Outline {
  return OUTLINES[shapeOf(shape)];
}

export function colourOf(colour: number): number {
  return wrap(colour);
}

function wrap(number: number): number {
  return ((Math.trunc(number) % 8) + 8) % 8;
}

function star(x: number, y: number, outer: number, inner: number): string {
  const points = Array.from({ length: 10 }, (_, corner) => {
    const angle = (corner * Math.PI) / 5 - Math.PI / 2;
    const radius = corner % 2 === 0 ? outer : inner;
    return `${(x + radius * Math.cos(angle)).toFixed(1)} ${(y + radius * Math.sin(angle)).toFixed(1)}`;
  });
  return `M${points.join('L')}z`;
}
