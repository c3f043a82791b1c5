import { type Command, Option } from 'commander';
import { clouds, collect, examples, json, number } from '../../options.js';
import { currency, rates } from './money.js';
import { type Spread, spread } from './spread.js';

export interface OffersOptions {
  cloud?: string[];
  region?: string;
  size?: string;
  vcpus?: number;
  memoryGib?: number;
  diskGib?: number;
  arch?: 'x86' | 'arm';
  maxPrice?: number;
  currency?: string;
  rate?: Record<string, number>;
  sort?: 'price' | 'vcpus' | 'memory';
  available?: boolean;
  /** Snapshots alone (true), none (false), or where a cloud cannot be asked for want of credentials. */
  snapshot?: boolean;
  /** Of where it may stand, ISO 3166-1 or `EU`, `EEA`, …; the preferred first. */
  country?: string[];
  /** Choose among the offers. */
  place?: boolean;
  instances?: number;
  near?: string;
  spread?: Spread;
  exclude?: string[];
  objective?: string[];
  policy?: string;
  explain?: boolean;
  json?: boolean;
  csv?: boolean;
}

export function declareOffers(program: Command): void {
  program
    .command('offers')
    .summary('sizes and prices across clouds')
    .description(
      'Lists the server sizes that clouds sell, with the net price a month as each vendor tells it now; ' +
        'without credentials, as a dated snapshot tells it, where there is one.',
    )
    .addOption(clouds())
    .option('-r, --region <region>', "only there: a place (fsn1), a vendor's region (fr-par) or a country (DE)")
    .option('--country <codes>', 'only there: DE,FR, or EU, EEA, EFTA, ADEQUATE; repeatable', collect)
    .addOption(
      new Option('-s, --size <size>', "what serves as this size: SCS-2V-4, or a vendor's own type").conflicts([
        'vcpus',
        'memoryGib',
      ]),
    )
    .option('--vcpus <n>', 'at least so many vCPUs', number(1, { whole: true }))
    .option('--memory-gib <n>', 'at least so much memory', number(0))
    .option('--disk-gib <n>', 'a root disk of at least so many GiB', number(0))
    .addOption(new Option('--arch <architecture>', 'only this one').choices(['x86', 'arm']))
    .option('--max-price <n>', 'at most so much a month, net, in one currency', number(0))
    .option('--currency <code>', 'the currency of --max-price and --sort price (default: the commonest)', currency)
    .option('--rate <code=n>', 'what one unit of another currency is worth in it; repeatable: CHF=1.07', rates)
    .addOption(
      new Option('--sort <by>', 'smallest first (default: by cloud and place)').choices(['price', 'vcpus', 'memory']),
    )
    .option('--available', 'only what can be ordered now, as far as the vendor says')
    .option('--snapshot', 'ask no cloud: list what stands in the dated snapshots')
    .option('--no-snapshot', 'no snapshot in the place of a cloud without credentials')
    .option('--place', 'choose among them: the best, what else would do, and why nothing else does')
    .option('--instances <n>', 'with --place: how many are to be placed', number(1, { whole: true }))
    .option('--near <city>', 'with --place: near it, with --objective distance the nearest first')
    .option(
      '--spread <what=n>',
      'with --place: over at least so many clouds, countries, places, control-chains',
      spread,
    )
    .option('--exclude <what>', 'with --place: not this cloud, place (hetzner/fsn1) or size at it; repeatable', collect)
    .option('--objective <words>', 'with --place: what decides, in order: price,certainty,countries,…', collect)
    .option('--policy <file>', 'with --place: what you allow (YAML or JSON)')
    .option('--explain', 'with --place: say of every offer that was not taken why')
    .addOption(json().conflicts('csv'))
    .option('--csv', 'print comma-separated values')
    .addHelpText(
      'after',
      examples(
        ['hansa offers --size SCS-2V-4 --region DE --sort price', 'the cheapest 2 vCPU, 4 GiB in Germany'],
        ['hansa offers --vcpus 8 --memory-gib 32 --arch arm --available', 'what can be ordered now'],
        ['hansa offers --cloud hetzner --json', 'with source and date of every price'],
        ['hansa offers --snapshot --region FR', 'without any account'],
        ['hansa offers --place --size SCS-2V-4 --country EU --policy policy.yaml', 'the best that the policy admits'],
        ['hansa offers --place --vcpus 2 --memory-gib 4 --instances 3 --spread countries=2', 'over two countries'],
      ),
    )
    .action(async (options: OffersOptions) =>
      options.place ? (await import('./place.js')).place(options) : (await import('./offers.js')).offers(options),
    );
}
