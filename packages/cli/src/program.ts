import { Command } from 'commander';
import { declareCapabilities } from './commands/capabilities/index.js';
import { declareClaims } from './commands/claims/index.js';
import { declareCompletion } from './commands/completion/index.js';
import { declareConformance } from './commands/conformance/index.js';
import { declareCost } from './commands/cost/index.js';
import { declareEmulate } from './commands/emulate/index.js';
import { declareFulcrumAgent } from './commands/fulcrum-agent/index.js';
import { declareImages } from './commands/images/index.js';
import { declareList } from './commands/list/index.js';
import { declareOffers } from './commands/offers/index.js';
import { declarePlaces } from './commands/places/index.js';
import { declareReport } from './commands/report/index.js';
import { declareSecaGateway } from './commands/seca-gateway/index.js';
import { declareSweep } from './commands/sweep/index.js';
import { version } from './version.js';

/** Each declares its words alone; what it does is loaded when it is run, so `hansa --version` loads no cloud. */
const COMMANDS = [
  declareOffers,
  declareCost,
  declareReport,
  declarePlaces,
  declareImages,
  declareCapabilities,
  declareClaims,
  declareList,
  declareSweep,
  declareEmulate,
  declareConformance,
  declareSecaGateway,
  declareFulcrumAgent,
  declareCompletion,
];

/** The tree of commands, of which help and completions are made. */
export function createProgram(): Command {
  const program = new Command('hansa')
    .description(
      "Europe's clouds behind one model: what they sell, what stands there, who controls it, and emulators of them.",
    )
    .version(version(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'show how')
    .exitOverride()
    .showHelpAfterError('(add --help to see how)')
    .addHelpText('after', AFTER);
  for (const declare of COMMANDS) declare(program);
  return program;
}

const AFTER = `
Credentials are found as each vendor's own tools find them (HCLOUD_TOKEN, SCW_*, OS_* and their files).
HANSA_EMULATOR points every cloud that is emulated at the emulator.

Exit codes: 0 ok, 1 failed, 2 wrong usage. NO_COLOR is obeyed.`;
