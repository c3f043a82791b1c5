import { setFlagsFromString } from 'node:v8';

/**
 * How a function comes to be optimized only when it has run three times as often as V8 itself wants, by the version of V8: Node 20, 22 and 24. Of
 * another version it is not known whether it has the flag, and it would complain on stderr. Three times the defaults of each (`node
 * --v8-options`, read 2026-11).
 */
export const COMPILE_LATER: Readonly<Record<string, string>> = {
  '11.3': '--interrupt-budget=202752',
  '12.4': '--invocation-count-for-turbofan=9000',
  '13.6': '--invocation-count-for-turbofan=9000',
};

/**
 * Has V8 optimize what is hot for long, and not all that is warm. A provider lives for seconds, in which optimizing takes a third of its
 * processor time and hardly pays: a plan of 1,000 resources takes an eighth less without most of it, one of 5,000 about as much as before
 * (Node 22, 2026-11: 2 % more). Ten times in place of three saves a seventh, and costs a tenth at 5,000.
 */
export function compileLater(version = process.versions.v8): void {
  const flag = COMPILE_LATER[/^\d+\.\d+/.exec(version)?.[0] ?? ''];
  if (flag !== undefined && process.versions['bun'] === undefined) setFlagsFromString(flag);
}
