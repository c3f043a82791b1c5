import { InvalidArgumentError } from 'commander';

/** How far apart instances stand, as the SDK's requirements have it. */
export interface Spread {
  clouds?: number;
  countries?: number;
  places?: number;
  controlChains?: number;
}

const NAMES: Readonly<Record<string, keyof Spread>> = {
  clouds: 'clouds',
  countries: 'countries',
  places: 'places',
  'control-chains': 'controlChains',
};

/** One more: `countries=2`. */
export function spread(text: string, before: Spread = {}): Spread {
  const [what = '', many = '', ...rest] = text.split('=');
  const name = Object.hasOwn(NAMES, what) ? NAMES[what] : undefined;
  const count = Number(many);
  if (!name || rest.length > 0 || !Number.isInteger(count) || count < 1)
    throw new InvalidArgumentError(`Use one of ${Object.keys(NAMES).join(', ')}, and a whole number: countries=2.`);
  return { ...before, [name]: count };
}
