import { type CloudHandle, matchPlaces, parseScs } from '@hansa/sdk';
import { askClouds, tellProblems } from '../../clouds/ask.js';
import { openClouds } from '../../clouds/configured.js';
import { UsageError } from '../../failure.js';
import { csv } from '../../output/csv.js';
import { note, print, printJson } from '../../output/print.js';
import { table } from '../../output/table.js';
import type { OffersOptions } from './index.js';
import { type Offer, offerOf } from './offer.js';
import { affordable, measured, refuseUnknown, sorted, wanted } from './wanted.js';

/** What one cloud sells there: the offers that are asked for, and every size that it knows by name. */
interface Catalogue {
  offers: Offer[];
  sizes: string[];
  /** Whether it sells at the region that was asked for. */
  there: boolean;
}

/** Asks all clouds side by side, all places of each, and lists what fits. */
export async function offers(options: OffersOptions): Promise<void> {
  const { hansa, ids, named } = await openClouds(options.cloud);
  const answers = await askClouds(hansa, ids, (cloud) => sold(cloud, options));
  const found = answers.values.map(({ value }) => value);
  if (found.length > 0) {
    if (options.region && !found.some(({ there }) => there))
      throw new UsageError(`no cloud that was asked sells in "${options.region}"`, [
        'hansa places lists where they sell',
      ]);
    const isScs = options.size !== undefined && parseScs(options.size) !== null;
    refuseUnknown(options, new Set(found.flatMap(({ sizes }) => sizes)), isScs);
  }
  const list = sorted(found.flatMap((one) => one.offers).filter(affordable(options)), options.sort);
  if (options.json) printJson({ offers: list, problems: answers.problems });
  else if (options.csv) process.stdout.write(csvOf(list));
  else if (list.length > 0) print(tableOf(list));
  else if (found.length > 0) note('No offer fits.');
  const currencies = new Set(list.flatMap(({ currency }) => currency ?? []));
  if (currencies.size > 1 && (options.sort === 'price' || options.maxPrice !== undefined))
    note(`Prices are in ${[...currencies].join(', ')}; they are not converted.`);
  tellProblems(answers, named);
}

async function sold(cloud: CloudHandle, options: OffersOptions): Promise<Catalogue> {
  const all = await cloud.places();
  const places = options.region ? matchPlaces(all, options.region) : all;
  const pick = wanted(options);
  const lists = await Promise.all(places.map((place) => cloud.sizes(place.id, measured(options))));
  return {
    offers: lists.flatMap((sizes, i) => pick(sizes).map((size) => offerOf(cloud.id, places[i]!, size))),
    sizes: lists.flatMap((sizes) => sizes.map(({ id }) => id)),
    there: places.length > 0,
  };
}

function tableOf(list: readonly Offer[]): string {
  const right = 'right' as const;
  const columns = [
    { title: 'cloud' },
    { title: 'place' },
    { title: 'country' },
    { title: 'size' },
    { title: 'serves as' },
    { title: 'vCPU', align: right },
    { title: 'GiB', align: right },
    { title: 'disk', align: right },
    { title: 'arch' },
    { title: 'CPU' },
    { title: 'a month', align: right },
    { title: '' },
    { title: 'stock' },
  ];
  const rows = list.map((o) => [
    o.cloud,
    o.place,
    o.country ?? 'unknown',
    o.size,
    o.scs ?? '',
    String(o.vcpus),
    String(o.memoryGib),
    o.diskGib === null ? '' : String(o.diskGib),
    o.architecture,
    o.cpu,
    o.pricePerMonth === null ? 'unknown' : o.pricePerMonth.toFixed(2),
    o.currency ?? '',
    o.deprecated ? 'ending' : o.available === null ? 'unknown' : o.available ? 'yes' : 'sold out',
  ]);
  return table(columns, rows);
}

function csvOf(list: readonly Offer[]): string {
  const head = [
    'cloud',
    'place',
    'city',
    'country',
    'size',
    'scs',
    'vcpus',
    'memoryGib',
    'diskGib',
    'architecture',
    'cpu',
    'pricePerMonth',
    'pricePerHour',
    'currency',
    'source',
    'readAt',
    'available',
    'deprecated',
  ] as const satisfies readonly (keyof Offer)[];
  return csv(
    head,
    list.map((offer) => head.map((name) => offer[name])),
  );
}
