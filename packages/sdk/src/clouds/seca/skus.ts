import { CloudError } from '../../errors/index.js';
import type { SecaApi } from './api.js';
import { refTo } from './naming.js';
import type { WireSku } from './wire.js';

type StorageSku = Omit<WireSku, 'spec'> & { spec?: { minVolumeSize?: number; type?: string } };

/** The storage SKU for a size: the first that outlives its machine and takes it. Another one by `native`. */
export async function storageSku(api: SecaApi, region: string, sizeGib: number): Promise<{ resource: string }> {
  const all = await api.offered<StorageSku>(region, 'seca.storage', 'skus');
  const fits = all.filter(({ spec }) => (spec?.minVolumeSize ?? 1) <= sizeGib);
  const lasting =
    fits.find(({ spec }) => spec?.type === 'remote-durable') ??
    fits.find(({ spec }) => spec?.type !== 'local-ephemeral');
  if (lasting) return refTo(`skus/${lasting.metadata.name}`);
  const least = Math.min(...all.map(({ spec }) => spec?.minVolumeSize ?? 1));
  throw new CloudError('invalid', {
    attribute: ['sizeGib'],
    message: `no storage SKU in ${region} takes ${sizeGib} GiB and outlives its machine`,
    next: [Number.isFinite(least) ? `use ${least} GiB or more` : 'use another region'],
  });
}

/** The network SKU: the first that there is. Another one by `native`. */
export async function networkSku(api: SecaApi, region: string): Promise<{ resource: string }> {
  const [first] = await api.offered<WireSku>(region, 'seca.network', 'skus');
  if (first) return refTo(`skus/${first.metadata.name}`);
  throw new CloudError('unavailable', {
    message: `the region ${region} offers no network SKU`,
    next: ['use another region'],
  });
}
