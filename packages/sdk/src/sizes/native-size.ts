export type Architecture = 'x86' | 'arm';

/** A vendor's own server type at a place, with its price where the vendor tells it. */
export interface NativeSize {
  /** The vendor's own name: `cx22`, `DEV1-S`; what a person writes as `size`. */
  id: string;
  vcpus: number;
  memoryGib: number;
  /** Root disk that comes with the size, GiB; null when the disk is chosen apart from the size. */
  diskGib: number | null;
  /** A server of this size can have a larger root disk than the size brings: then on a volume, in the place of the size's own disk. */
  largerDisk?: 'volume';
  /**
   * What becomes of the root disk that came with a server's size when the server changes to this one: it `stays` as it is, or `grows`
   * to `diskGib`. Either way the cloud refuses a size whose disk is smaller. Absent: a change of size has nothing to do with disks.
   */
  diskOnResize?: 'stays' | 'grows';
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
  /** What the price holds beside cores and memory; what is left out is not known. */
  includes?: Partial<Includes>;
}

/** What a size's price holds beside cores and memory; null is not known. */
export interface Includes {
  /** Traffic out of the cloud a month, GiB; 0 where each GiB is charged, `unmetered` where none is. */
  trafficGib: number | 'unmetered' | null;
  /** Storage, GiB; 0 where it is charged apart. */
  storageGib: number | null;
  /** A public IPv4 address. */
  publicIpv4: boolean | null;
}
