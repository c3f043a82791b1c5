/**
 * Every price here is the emulator's own: of the vendor's order of magnitude and in its format, but not its price list.
 * Who wants to know what something costs must ask the vendor's API.
 */
export const CURRENCY = 'EUR';
export const VAT_RATE = '19.00';
/** A month is billed as at most so many hours: the emulator's figure. */
const HOURS_A_MONTH = 624;

export interface Price {
  readonly net: string;
  readonly gross: string;
}

/** Decimal strings as the API writes them: ten decimals net, sixteen gross. */
export function price(net: number): Price {
  return { net: net.toFixed(10), gross: (net * (1 + Number(VAT_RATE) / 100)).toFixed(16) };
}

/** Net EUR an hour for a net monthly price, rounded up to a hundredth of a cent. */
export function hourly(monthly: number): number {
  return Math.ceil((monthly / HOURS_A_MONTH) * 10_000) / 10_000;
}

/** What a server costs elsewhere, relative to the European locations. */
export const ZONE_FACTOR: Readonly<Record<string, number>> = {
  'eu-central': 1,
  'us-east': 1.2,
  'us-west': 1.2,
  'ap-southeast': 1.6,
};

export const TRAFFIC_PER_TB: Readonly<Record<string, number>> = {
  'eu-central': 1,
  'us-east': 1,
  'us-west': 1,
  'ap-southeast': 7.4,
};

export const VOLUME_PER_GB_MONTH = 0.044;
export const IMAGE_PER_GB_MONTH = 0.011;
export const BACKUP_PERCENTAGE = '20.0000000000';
export const PRIMARY_IP_MONTHLY = { ipv4: 0.5, ipv6: 0 } as const;
export const FLOATING_IP_MONTHLY = { ipv4: 3, ipv6: 1 } as const;
