// `npm run offers:snapshot -- …`: writes anew what a cloud sells, for who has no credentials there.
import { parseArgs } from 'node:util';
import { live } from './live.js';
import { spareCores } from './spare-cores.js';
import { write } from './write.js';

const HELP = `npm run offers:snapshot -- --cloud <id>
npm run offers:snapshot -- --spare-cores <dir> --at <commit> --read <date>

  --cloud <id>         ask this cloud, with the credentials that its own tools use; places, sizes and prices
  --spare-cores <dir>  read the tables of Spare Cores (<vendor>-region.json, …), which have no prices
  --at <commit>        the commit of SpareCores/sc-data-dumps that they are of
  --read <date>        when it was made (2026-01)
`;

const { values } = parseArgs({
  options: {
    cloud: { type: 'string' },
    'spare-cores': { type: 'string' },
    at: { type: 'string' },
    read: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  },
});
const { cloud, 'spare-cores': dir, at, read } = values;

async function main(): Promise<void> {
  if (cloud) write(cloud, await live(cloud));
  else if (dir && at && read) for (const [id, snapshot] of spareCores(dir, at, read)) write(id, snapshot);
  else {
    process.stdout.write(HELP);
    process.exitCode = values.help ? 0 : 2;
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
