export type Architecture = 'x86' | 'arm';

/** A vendor's own server type at a place, with its price where the vendor tells it. */
export interface NativeSize {
  /** The vendor's own name: `cx22`, `DEV1-S`; what a person writes as `size`. */
  id: string;
  vcpus: number;
  memoryGib: number;
  /** Root disk that comes with the size, GiB; null when the disk is chosen apart from the size. */
  diskGib: number | null;
  /** A change to this size makes the root disk `diskGib` large; without it a resize leaves the disk as it is. */
  resizesDisk?: boolean;
  architecture: Architecture;
  /** `dedicated` only where the vendor says so. */
  cpu: 'shared' | 'dedicated' | 'unknown';
  /** Net price, or null where the vendor does not tell. */
  price: Price | null;
  /** Whether it can be ordered there now; null where the vendor does not say. */
  available: boolean | null;
  /** The vendor announced its end; not chosen unless named. */
  deprecated: boolean;
}

/** A net price as the vendor gives it, with its source and the moment it was read. */
export interface Price {
  perHour: number | null;
  perMonth: number | null;
  currency: string;
  /** What was asked: an API path or a page. */
  source: string;
  /** ISO 8601 moment of reading. */
  readAt: string;
}
