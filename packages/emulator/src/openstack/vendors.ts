/**
 * Vendors whose OpenStack is emulated as one of its own, region by region, below `/openstack/<vendor>/<region>`: what regions are called, and
 * the networks that public addresses come from (docs.infomaniak.cloud, docs.cleura.cloud, docs.elastx.cloud, docs.cloudferro.com,
 * docs.ovhcloud.com, read 2026-11). All else, flavours and images too, is as everywhere here.
 */
export const VENDORS: Readonly<Record<string, { regions: readonly string[]; external: readonly string[] }>> = {
  infomaniak: { regions: ['dc3-a', 'dc4-a'], external: ['ext-floating1', 'ext-net1'] },
  cleura: { regions: ['Kna1', 'Sto2', 'Fra1'], external: ['ext-net'] },
  elastx: { regions: ['se-sto'], external: ['elx-public1'] },
  cloudferro: { regions: ['WAW4-1', 'WAW3-1', 'WAW3-2', 'FRA1-2', 'FRA1-3', 'LCJ1-1'], external: ['external'] },
  'ovh-openstack': { regions: ['GRA9', 'GRA11', 'SBG5', 'DE1', 'WAW1', 'UK1', 'BHS5'], external: ['Ext-Net'] },
};
