import { setFlagsFromString } from 'node:v8';

/**
 * How a function comes to be optimized only when it has run more often than V8 itself wants, by the version of V8: Node 20, 22 and 24. Of another
 * version it is not known whether it has the flag, and it would complain on stderr. Three times the defaults of Node 20 and 22, ten times that of
 * Node 24 (`node --v8-options`, read 2026-11).
 */
export const COMPILE_LATER: Readonly<Record<string, string>> = {
  '11.3': '--interrupt-budget=202752',
  '12.4': '--invocation-count-for-turbofan=9000',
  '13.6': '--invocation-count-for-turbofan=30000',
};

/**
 * Has V8 optimize what is hot for long, and not all that is warm. A provider lives for seconds, in which optimizing takes a third of its
 * processor time and hardly pays. What it comes to, in processor time against the defaults (2026-11-26, runs in turns, by least and median):
 *
 * - Node 20: an eighth less for a plan of 1,000 resources, 6 % more for one of 5,000. Ten times: no less at 1,000; at 5,000 a tenth
 *   less in two comparisons, a seventh more in the longest.
 * - Node 22: an eighth less at 1,000, 2 % more at 5,000. Ten times saves a seventh, and costs a tenth at 5,000.
 * - Node 24: 3 to 10 % less at 1,000, about as much at 5,000. Three times saves nothing there: a cheaper compiler stands before the last one.
 */
export function compileLater(version = process.versions.v8): void {
  const flag = COMPILE_LATER[/^\d+\.\d+/.exec(version)?.[0] ?? ''];
  if (flag !== undefined && process.versions['bun'] === undefined) setFlagsFromString(flag);
}
