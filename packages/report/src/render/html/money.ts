import type { Amount } from '../../model/schema.js';

/** A price with its currency, as text: `12.34 EUR`. */
export function money(value: number, currency: string): string {
  return `${value.toLocaleString('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 })} ${currency}`;
}

/** A difference, with its sign. */
export function change(value: number, currency: string): string {
  return `${value > 0 ? '+' : value < 0 ? '−' : '±'}${money(Math.abs(value), currency)}`;
}

/** What one thing costs, as words where there is no figure. */
export function amount({ state, perMonth, currency }: Amount): string {
  if (state === 'known' && perMonth !== null && currency !== null) return money(perMonth, currency);
  return { known: 'unknown', unknown: 'unknown', absent: '–', unpriced: 'not priced' }[state];
}
