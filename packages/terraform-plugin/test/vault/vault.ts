export interface Box {
  shelf: string;
  label: string;
  content: string | null;
  weight: number;
}

/** What the test provider keeps, in memory. */
export class Vault {
  readonly shelves = ['top', 'bottom'];
  readonly boxes = new Map<string, Box>();
  readonly seen: string[] = [];
}
