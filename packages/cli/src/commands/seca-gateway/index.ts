import { type Command, Option } from 'commander';
import { collect, examples, json, number } from '../../options.js';

export interface SecaGatewayOptions {
  cloud: string;
  state?: string;
  tokenFile?: string;
  host: string;
  port: number;
  cert?: string;
  key?: string;
  plain?: boolean;
  publicUrl?: string;
  tenant?: string[];
  region?: string[];
  zone?: string[];
  subject?: string[];
  bootImage: string;
  owner: string;
  json?: boolean;
}

export function declareSecaGateway(program: Command): void {
  program
    .command('seca-gateway')
    .summary('serve a cloud as SECA, the Sovereign European Cloud API')
    .description(
      'Serves SECA v1 (region, authorization, workspace, compute, storage, network) over one cloud until it is stopped. Clients come ' +
        'with the bearer token of HANSA_SECA_TOKEN or of --token-file.',
    )
    .requiredOption('-c, --cloud <id>', 'the cloud; `mine=openstack` names one with its driver')
    .option('--state <file>', 'keep the state in this file (mode 0600), so that it survives a restart')
    .option('--token-file <file>', 'the token, alone in a file (default: HANSA_SECA_TOKEN)')
    .option('--host <address>', 'where to listen', '127.0.0.1')
    .option('-p, --port <port>', 'TCP port; 0 takes a free one', number(0, { whole: true }), 4710)
    .option('--cert <file>', 'TLS certificate (PEM); needed beyond loopback')
    .option('--key <file>', 'its key (PEM)')
    .option('--plain', 'no TLS beyond loopback: what stands before the gateway encrypts')
    .option('--public-url <url>', 'the URL by which clients reach it, where it is another')
    .addOption(new Option('--tenant <name>', 'a tenant to serve; repeatable (default: default)').argParser(collect))
    .addOption(new Option('--region <name>', 'a region to serve; repeatable (default: all)').argParser(collect))
    .addOption(new Option('--zone <name>', 'a zone of them to serve; repeatable (default: all)').argParser(collect))
    .addOption(
      new Option('--subject <name>', 'whom roles can be given to; repeatable (default: anybody)').argParser(collect),
    )
    .option('--boot-image <image>', 'what boots where a boot volume has no image', 'debian-12')
    .option('-o, --owner <owner>', 'marks at the cloud what the gateway makes', 'seca-gateway')
    .addOption(json('print url and pid as one JSON line on stdout'))
    .addHelpText(
      'after',
      examples(
        ['hansa seca-gateway --cloud hetzner --state seca.json', 'Hetzner as SECA, on loopback'],
        [
          'hansa seca-gateway -c upcloud --host 0.0.0.0 --cert c.pem --key k.pem --token-file token',
          'for others, by TLS',
        ],
      ),
    )
    .action(async (options: SecaGatewayOptions) => (await import('./seca-gateway.js')).secaGateway(options));
}
