import { plans } from './plans.js';
import { zones } from './zones.js';

/** Helsinki #1 cost half as much again (recorded 2020-08). */
const FACTORS: Readonly<Record<string, number>> = { 'fi-hel1': 1.5 };

/** Of what is sold by the piece or GiB, hundredths of the currency an hour (de-fra1, recorded 2020-08). */
const PIECES: Readonly<Record<string, readonly [amount: number, price: number]>> = {
  firewall: [1, 0.56],
  io_request_backup: [1_000_000, 0],
  io_request_hdd: [1_000_000, 0],
  io_request_maxiops: [1_000_000, 0],
  ipv4_address: [1, 0.336],
  ipv6_address: [1, 0],
  network_private_vlan: [1, 0.694],
  public_ipv4_bandwidth_in: [1, 0],
  public_ipv4_bandwidth_out: [1, 1],
  public_ipv6_bandwidth_in: [1, 0],
  public_ipv6_bandwidth_out: [1, 1],
  server_core: [1, 1.12],
  server_memory: [256, 0.14],
  simple_backup_extra_dailies: [1, 0.0069],
  simple_backup_extra_monthlies: [1, 0.0208],
  simple_backup_extra_weeklies: [1, 0.0138],
  storage_backup: [1, 0.0078],
  storage_hdd: [1, 0.0078],
  storage_maxiops: [1, 0.031],
  storage_standard: [1, 0.0155],
  storage_template: [1, 0.031],
};

/** Simple backups of a plan's disk: part of the plan's price (recorded 2020-08). */
const BACKUPS = { dailies: 0.2, weeklies: 0.4, monthlies: 0.6 };

/** The price list of `GET /price`; it names its currency since the vendor's description of 2026. */
export const prices = {
  currency: 'EUR',
  zone: zones.map(({ id }) => {
    const factor = FACTORS[id] ?? 1;
    const rounded = (price: number) => Number((price * factor).toFixed(4));
    const pieces = Object.entries(PIECES).map(([name, [amount, price]]) => [name, { amount, price: rounded(price) }]);
    const ofPlans = plans.flatMap(({ name, price }) => [
      [`server_plan_${name}`, { amount: 1, price: rounded(price) }],
      ...Object.entries(BACKUPS).map(([rule, part]) => [
        `simple_backup_${rule}_${name}`,
        { amount: 1, price: rounded(price * part) },
      ]),
    ]);
    return { name: id, ...Object.fromEntries([...pieces, ...ofPlans]) };
  }),
};
