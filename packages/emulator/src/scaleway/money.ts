/** An amount as the vendor's newer APIs write it. */
export interface Money {
  readonly currency_code: 'EUR';
  readonly units: number;
  readonly nanos: number;
}

export function euros(amount: number): Money {
  const units = Math.floor(amount);
  return { currency_code: 'EUR', units, nanos: Math.round((amount - units) * 1e9) };
}
