// Holds traffic logs against the vendors' descriptions: `npx tsx test/referees/spec/check.ts <log>…`. Ends with 1 upon violations.
import { judgeLog } from './judge-log.js';
import { MISSING, Referee } from './referee.js';

async function main(files: readonly string[]): Promise<void> {
  if (!Referee.available()) return void process.stdout.write(`${MISSING}\n`);
  const referee = new Referee();
  for (const file of files) await judgeLog(referee, file, file);
  process.stdout.write(`${referee.summary().join('\n')}\n`);
  process.exitCode = referee.violations.length > 0 ? 1 : 0;
}

void main(process.argv.slice(2));
