import { type Command, Option } from 'commander';
import { collect, examples, json, number } from '../../options.js';

export interface EmulateOptions {
  port: number;
  cloud?: string[];
  state?: string;
  scale: number;
  latency: number;
  rateLimit: boolean;
  writeEnv?: string;
  json?: boolean;
}

export function declareEmulate(program: Command): void {
  program
    .command('emulate')
    .summary("serve the clouds' own APIs on loopback")
    .description(
      "Serves the clouds' own HTTP APIs on 127.0.0.1 until it is stopped, and prints the environment that points our and the " +
        "vendors' own tools at them. No account is needed.",
    )
    .option('-p, --port <port>', 'TCP port; 0 takes a free one', number(0, { whole: true }), 4700)
    .addOption(new Option('-c, --cloud <name>', 'only this cloud; repeatable (default: all)').argParser(collect))
    .option('--state <file>', 'keep the state in this file, so that it survives a restart')
    .option('--scale <factor>', 'how much faster than real time the clouds live', number(0.001), 1)
    .option('--latency <ms>', 'milliseconds before every reply', number(0), 0)
    .option('--no-rate-limit', "lift the vendors' own limits")
    // Not --env-file: Node 20 takes that for its own wherever it stands on the command line, and ends where the file is not there.
    .option('--write-env <file>', 'write the environment to this file too (mode 0600, KEY=value)')
    .addOption(json('print url, clouds and environment as one JSON line on stdout'))
    .addHelpText(
      'after',
      examples(
        ['hansa emulate', 'Hetzner at /hetzner/v1, Scaleway at /scaleway, port 4700'],
        ['hansa emulate --scale 60 --state cloud.json', 'a minute passes in a second; restarts remember'],
        ['hansa emulate --write-env .env & node --env-file=.env app.js', 'run something against it'],
      ),
    )
    .action(async (options: EmulateOptions) => (await import('./emulate.js')).emulate(options));
}
