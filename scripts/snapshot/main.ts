// `npm run offers:snapshot -- …`: writes anew what a cloud sells, for who has no credentials there.
import { parseArgs } from 'node:util';
import { Hansa, type Snapshot } from '@hansa/sdk';
import { live } from './live.js';
import { PUBLISHED, published, withPrices } from './published.js';
import { spareCores } from './spare-cores.js';
import { write } from './write.js';

const HELP = `npm run offers:snapshot -- --cloud <id>
npm run offers:snapshot -- --spare-cores <dir> --at <commit> --read <date>
npm run offers:snapshot -- --published

  --cloud <id>         ask this cloud, with the credentials that its own tools use; places, sizes and prices
  --spare-cores <dir>  read the tables of Spare Cores (<vendor>-region.json, …), which have no prices;
                       those of scripts/snapshot/published are laid over them
  --at <commit>        the commit of SpareCores/sc-data-dumps that they are of
  --read <date>        when it was made (2026-01)
  --published          lay the prices of scripts/snapshot/published over the snapshots that there are
`;

const { values } = parseArgs({
  options: {
    cloud: { type: 'string' },
    'spare-cores': { type: 'string' },
    at: { type: 'string' },
    read: { type: 'string' },
    published: { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  },
});
const { cloud, 'spare-cores': dir, at, read } = values;

async function main(): Promise<void> {
  if (cloud) write(cloud, await live(cloud));
  else if (dir && at && read) for (const [id, snapshot] of spareCores(dir, at, read)) writePriced(id, snapshot);
  else if (values.published)
    for (const id of PUBLISHED) {
      const snapshot = await new Hansa({ env: {} }).cloud(id).snapshot();
      if (!snapshot) throw new Error(`there is no snapshot of ${id} to lay prices over`);
      writePriced(id, snapshot);
    }
  else {
    process.stdout.write(HELP);
    process.exitCode = values.help ? 0 : 2;
  }
}

function writePriced(id: string, snapshot: Snapshot): void {
  const prices = published(id);
  write(id, prices ? withPrices(snapshot, prices) : snapshot);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
