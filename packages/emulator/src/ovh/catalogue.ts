import type { Route } from '../core/http.js';
import { badRequest } from './errors.js';
import { FLAVORS } from './flavors.js';
import { VOLUME_TYPES } from './volumes.js';

/** Parts of the currency in which the catalogue gives prices. */
const PARTS = 100_000_000;
const CURRENCIES: Readonly<Record<string, string>> = {
  FR: 'EUR',
  DE: 'EUR',
  IE: 'EUR',
  IT: 'EUR',
  ES: 'EUR',
  NL: 'EUR',
};

/** The public price list: what the project's addons cost. Whoever asks may read it. */
export function catalogue(): Route[] {
  return [
    {
      method: 'GET',
      path: '/order/catalog/public/cloud',
      fixed: true,
      handle: ({ query }) => {
        const subsidiary = query.get('ovhSubsidiary') ?? '';
        const currencyCode = CURRENCIES[subsidiary];
        if (!currencyCode)
          throw badRequest(`[ovhSubsidiary] Given data (${subsidiary}) does not belong to the enumeration`);
        const used = [
          ...FLAVORS.map(({ name, hourly }) => [`${name}.consumption`, hourly] as const),
          ...VOLUME_TYPES.map(({ name, gbHour }) => [`volume.${name}.consumption`, gbHour] as const),
        ];
        return {
          status: 200,
          body: {
            catalogId: 1,
            locale: { currencyCode, subsidiary, taxRate: 20 },
            plans: [],
            planFamilies: [],
            products: [],
            addons: [
              ...used.map(([planCode, price]) => addon(planCode, 'consumption', 'hour', price)),
              ...FLAVORS.flatMap(({ name, monthly }) =>
                monthly === null ? [] : [addon(`${name}.monthly.postpaid`, 'renew', 'month', monthly)],
              ),
            ],
          },
        };
      },
    },
  ];
}

function addon(planCode: string, capacity: 'consumption' | 'renew', intervalUnit: 'hour' | 'month', price: number) {
  const type = capacity === 'consumption' ? 'consumption' : 'rental';
  return {
    planCode,
    invoiceName: planCode,
    product: `publiccloud-${planCode.split('.')[0]}`,
    family: null,
    pricingType: type,
    addonFamilies: [],
    configurations: [],
    consumptionConfiguration: null,
    blobs: null,
    pricings: [
      {
        phase: 1,
        description: planCode,
        capacities: [capacity],
        commitment: 0,
        interval: 1,
        intervalUnit: intervalUnit === 'hour' ? 'hour' : 'month',
        mode: 'default',
        mustBeCompleted: false,
        price: Math.round(price * PARTS),
        tax: Math.round(price * PARTS * 0.2),
        strategy: 'tiered',
        type,
        quantity: { min: 1, max: null },
        repeat: { min: 1, max: null },
        promotions: [],
        engagementConfiguration: null,
      },
    ],
  };
}
