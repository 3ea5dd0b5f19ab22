// The distribution of what was measured, beside what is aimed at.
export type Ring = {
  readonly bell: string;
  readonly kind: string;
  readonly device: string;
  /** Milliseconds from the instant by the machine's own clock; negative = early. */
  readonly offMs: number;
};

export type Target = { readonly p95Ms?: number; readonly p99Ms?: number; readonly maxMs?: number };

/** The value that so large a share does not pass. */
export function share(values: readonly number[], part: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)] ?? NaN;
}

const ms = (value: number) => (Number.isNaN(value) ? '–' : value.toFixed(0));

function cell(value: number, target: number | undefined): string {
  if (target === undefined || Number.isNaN(value)) return ms(value);
  return `${ms(value)} (≤ ${target}${value <= target ? '' : ', MISSED'})`;
}

/** One line of a Markdown table: n, p50, p95, p99 and max, each beside its target. */
export function line(name: string, values: readonly number[], target: Target = {}): string {
  const p95 = cell(share(values, 0.95), target.p95Ms);
  const p99 = cell(share(values, 0.99), target.p99Ms);
  const max = cell(share(values, 1), target.maxMs);
  return `| ${name} | ${values.length} | ${ms(share(values, 0.5))} | ${p95} | ${p99} | ${max} |`;
}

export const HEAD = '| Milliseconds | n | p50 | p95 | p99 | max |\n|---|---|---|---|---|---|';

/** Latest minus earliest device of each bell. */
export function spreads(rings: readonly Ring[]): readonly number[] {
  const bells = new Map<string, number[]>();
  for (const { bell, offMs } of rings) bells.set(bell, [...(bells.get(bell) ?? []), offMs]);
  return [...bells.values()]
    .filter((offs) => offs.length > 1)
    .map((offs) => Math.max(...offs) - Math.min(...offs));
}
