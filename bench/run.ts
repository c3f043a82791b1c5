import { pathToFileURL } from 'node:url';
import { type Scenario, Skipped } from './scenario.js';

/** Runs one scenario in this process, which has nothing else to do, and prints its rows as one JSON line. */
async function main(file: string): Promise<void> {
  const { default: scenario } = (await import(pathToFileURL(file).href)) as { default: Scenario };
  const { name, what } = scenario;
  try {
    const rows = await scenario.run({ note: (text) => void process.stderr.write(`${text}\n`) });
    console.log(JSON.stringify({ name, what, rows }));
  } catch (error) {
    if (!(error instanceof Skipped)) throw error;
    console.log(JSON.stringify({ name, what, skipped: error.message }));
  }
}

void main(process.argv[2] ?? '');
