import { type Command, Option } from 'commander';
import { collect, examples, json, number } from '../../options.js';

interface Common {
  cloud: string;
  url?: string;
  json?: boolean;
}

export interface RunOptions extends Common {
  tokenFile?: string;
  jobs: number;
  poll: number;
  look: number;
}

export interface BootstrapOptions extends Common {
  provider: string;
  name?: string;
  tag?: string[];
  tokenDays: number;
  providerToken: boolean;
  writeEnv?: string;
}

export interface DoctorOptions extends Common {
  tokenFile?: string;
}

export function declareFulcrumAgent(program: Command): void {
  const agent = program
    .command('fulcrum-agent')
    .summary('make a cloud resources of a Fulcrum federation')
    .description(
      'Delivers what one cloud offers to the consumers of a Fulcrum federation: bootstrap sets the core up for it, run serves, doctor ' +
        'says what is wrong. The core stands at FULCRUM_URL.',
    )
    .addHelpText(
      'after',
      examples(
        ['hansa fulcrum-agent bootstrap --cloud hetzner --provider "Hetzner" --write-env agent.env', 'once, as admin'],
        ['hansa fulcrum-agent run --cloud hetzner', 'with FULCRUM_AGENT_TOKEN of that file'],
        ['hansa fulcrum-agent doctor --cloud hetzner', 'when something is wrong'],
      ),
    );

  common(agent.command('run').summary('serve until it is stopped'))
    .description(
      'Works the jobs of the agent until it is stopped. One process works for an agent: a second one stands by until the first is silent. ' +
        'FULCRUM_PROVIDER_TOKEN lets it tell what was changed or deleted at the cloud itself.',
    )
    .option('--token-file <file>', "the agent's token, alone in a file (default: FULCRUM_AGENT_TOKEN)")
    .option('--jobs <count>', 'jobs at once', number(1, { whole: true }), 8)
    .option('--poll <seconds>', 'how often to look for jobs', number(0.1), 5)
    .option(
      '--look <seconds>',
      'how often to look what stands at the cloud: measures, and what others changed',
      number(0.1),
      300,
    )
    .action(async (options: RunOptions) => (await import('./run.js')).runAgent(options));

  common(agent.command('bootstrap').summary('set a core up for an agent'))
    .description(
      'Makes or brings up to date what an agent needs in a core: service types, option types, metric types, the agent type, the provider, ' +
        "the agent with its tags, and a token. Needs an admin's token in FULCRUM_ADMIN_TOKEN.",
    )
    .requiredOption('--provider <name>', 'the participant who provides; made where there is none of that name')
    .option('--name <name>', 'name of the agent (default: that of the cloud)')
    .addOption(new Option('--tag <tag>', 'a tag more; repeatable').argParser(collect))
    .option('--token-days <days>', 'how long its token is good for', number(1), 90)
    .option(
      '--write-env <file>',
      'write FULCRUM_URL, FULCRUM_AGENT_TOKEN and FULCRUM_PROVIDER_TOKEN there (mode 0600) in place of printing them',
    )
    .option(
      '--no-provider-token',
      'make no token of the provider: the agent cannot say then what was changed or deleted at the cloud itself',
    )
    .action(async (options: BootstrapOptions) => (await import('./bootstrap.js')).bootstrapAgent(options));

  common(agent.command('doctor').summary('say what is wrong'))
    .description('Looks at core, token, types, cloud, jobs and what stands where; changes nothing.')
    .option('--token-file <file>', "the agent's token, alone in a file (default: FULCRUM_AGENT_TOKEN)")
    .action(async (options: DoctorOptions) => (await import('./doctor.js')).examine(options));
}

function common(command: Command): Command {
  return command
    .requiredOption('-c, --cloud <id>', 'the cloud; `mine=openstack` names one with its driver')
    .option('--url <url>', "the core's URL, without /api/v1 (default: FULCRUM_URL)")
    .addOption(json());
}
