/**
 * What candidates cost by each objective, the deciding first, kept as columns of numbers: ten thousand small arrays are what a placement would
 * otherwise spend most of its time on.
 */
export class Costs {
  private readonly columns: Float64Array[];

  constructor(objectives: number, most: number) {
    this.columns = Array.from({ length: objectives }, () => new Float64Array(most));
  }

  /** What candidate `i` costs by the objective. */
  set(i: number, objective: number, cost: number): void {
    (this.columns[objective] as Float64Array)[i] = cost;
  }

  of(i: number): number[] {
    return this.columns.map((column) => column[i] as number);
  }

  /** The numbers of the first `count` candidates, the best first; of those that cost the same, as `tie` says. */
  order(count: number, tie: (a: number, b: number) => number): Uint32Array {
    const [first, ...more] = this.columns as [Float64Array, ...Float64Array[]];
    const compare = (a: number, b: number): number => {
      const apart = (first[a] as number) - (first[b] as number);
      if (apart !== 0) return apart;
      for (const column of more) if (column[a] !== column[b]) return (column[a] as number) - (column[b] as number);
      return tie(a, b);
    };
    const numbers = new Uint32Array(count);
    for (let i = 0; i < count; i += 1) numbers[i] = i;
    return sorted(numbers, compare);
  }
}

/** Merges runs of growing length between two arrays, which is several times as fast as `sort` is with a comparison. */
function sorted(numbers: Uint32Array, compare: (a: number, b: number) => number): Uint32Array {
  let from: Uint32Array = numbers;
  let to: Uint32Array = new Uint32Array(from.length);
  for (let run = 1; run < from.length; run *= 2) {
    for (let start = 0; start < from.length; start += 2 * run) merge(from, to, start, run, compare);
    [from, to] = [to, from];
  }
  return from;
}

function merge(
  from: Uint32Array,
  to: Uint32Array,
  start: number,
  run: number,
  compare: (a: number, b: number) => number,
): void {
  const middle = Math.min(start + run, from.length);
  const end = Math.min(start + 2 * run, from.length);
  let [a, b] = [start, middle];
  for (let at = start; at < end; at += 1) {
    const left = a < middle && (b >= end || compare(from[a] as number, from[b] as number) <= 0);
    to[at] = (left ? from[a++] : from[b++]) as number;
  }
}
