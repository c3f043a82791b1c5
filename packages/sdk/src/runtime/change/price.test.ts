import { CloudError } from '../../errors/index.js';
import { Hansa } from '../../hansa.js';
import { jumpingClock } from '../clock.js';
import type { Cell } from '../driver/cell.js';
import type { AnyCloud } from '../driver/cloud.js';
import { MemoryApi, memoryCloud } from '../testing/memory-cloud.js';

const data = { name: 'data', region: 'm1', sizeGib: 20 };

/** The memory cloud, with a price list for volumes. */
function setup(
  price: Cell['price'] = async (_api, { sizeGib }: never) => ({ perMonth: sizeGib * 0.05, currency: 'EUR' }),
) {
  const cloud = memoryCloud(new MemoryApi()) as AnyCloud;
  cloud.cells = { ...cloud.cells, volume: { ...(cloud.cells['volume'] as Cell), price } as never };
  const options = { owner: 'shop', env: {}, clock: jumpingClock(0), clouds: { memory: { driver: cloud } } };
  return new Hansa(options).cloud('memory').volumes;
}

it('is told by the plan of a new thing, and kept', async () => {
  const volumes = setup();
  const { values } = await volumes.plan({ spec: data, prior: null });
  expect(values).toMatchObject({ pricePerMonth: 1, priceCurrency: 'EUR' });
  const made = await volumes.create(data);
  expect(made).toMatchObject({ pricePerMonth: 1, priceCurrency: 'EUR' });
  expect(await volumes.read(made.id, made)).toEqual(made);
});

it('is told anew for another size, and for nothing else', async () => {
  let eur = 0.05;
  const price = jest.fn(async (_api: unknown, { sizeGib }: { sizeGib: number }) => ({
    perMonth: sizeGib * eur,
    currency: 'EUR',
  }));
  const volumes = setup(price as never);
  const made = await volumes.create(data);
  eur = 0.07;
  price.mockClear();
  const same = await volumes.plan({ spec: data, prior: made });
  expect(same).toMatchObject({ changed: [], issues: [] });
  expect(same.values).not.toHaveProperty('pricePerMonth');
  expect(await volumes.change({ prior: made, spec: { ...data, labels: { a: 'b' } } })).toMatchObject({
    pricePerMonth: 1,
  });
  expect(price).not.toHaveBeenCalled();
  const grown = await volumes.change({ prior: made, spec: { ...data, sizeGib: 30 } });
  expect(grown.pricePerMonth).toBeCloseTo(2.1);
  // An import knows no price, and that is no difference.
  const imported = await volumes.read(made.id);
  expect(imported?.pricePerMonth).toBeNull();
  expect(await volumes.plan({ spec: { ...data, sizeGib: 30, labels: { a: 'b' } }, prior: imported })).toMatchObject({
    changed: [],
  });
});

it('stays open where it follows from what is not known yet', async () => {
  for (const open of ['sizeGib', 'region', 'native']) {
    const { [open]: _, ...spec } = { ...data } as Record<string, unknown>;
    const { values, issues } = await setup().plan({ spec, prior: null, unknown: new Set([open]) });
    expect([issues, 'pricePerMonth' in values]).toEqual([[], false]);
  }
});

it('is null where it is not told, also when it was before, and keeps nobody from anything', async () => {
  let fails = false;
  const volumes = setup(async () => {
    if (fails) throw new CloudError('forbidden', { message: 'no price list for you' });
    return { perMonth: 1, currency: 'EUR' };
  });
  const made = await volumes.create(data);
  fails = true;
  const grown = await volumes.change({ prior: made, spec: { ...data, sizeGib: 30 } });
  expect(grown).toMatchObject({ sizeGib: 30, pricePerMonth: null, priceCurrency: null });
  const { values } = await setup(null as never).plan({ spec: data, prior: null });
  expect(values).toMatchObject({ pricePerMonth: null, priceCurrency: null });
});
