import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Recorded } from './exchange.js';
import type { Referee } from './referee.js';

/** Judges all exchanges of a traffic log. `place` is told beside what is wrong. */
export async function judgeLog(referee: Referee, file: string, place: string): Promise<void> {
  for await (const line of createInterface({ input: createReadStream(file) })) {
    const exchange = parse(line);
    if (exchange) referee.judge(exchange, place);
  }
}

/** A process that was killed may have left half a line. */
function parse(line: string): Recorded | undefined {
  try {
    return JSON.parse(line) as Recorded;
  } catch {
    return undefined;
  }
}
