/** The vendor's default and largest page of lists, by its description of 2023-02 (`limit`). */
export const PAGES = { default: 1_000, max: 10_000 } as const;
export const SMALL_PAGES = { default: 100, max: 1_000 } as const;
