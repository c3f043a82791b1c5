/**
 * Block volume types: names, IOPS and class as recorded in 2026-07. The prices, in EUR for a GB and hour, are emulator figures,
 * approximate to public list prices, not quoted as the vendor's: no recording holds them.
 */
export const VOLUME_TYPES = [
  { type: 'sbs_5k', iops: 5000, eurPerGbHour: 0.000115, snapshotEurPerGbHour: 0.00004 },
  { type: 'sbs_15k', iops: 15_000, eurPerGbHour: 0.000173, snapshotEurPerGbHour: 0.00004 },
] as const;

export function volumeType(iops: number) {
  return VOLUME_TYPES.find((type) => type.iops === iops);
}
