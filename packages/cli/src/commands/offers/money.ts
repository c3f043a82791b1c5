import { InvalidArgumentError } from 'commander';

/** `eur` as `EUR`. */
export function currency(text: string): string {
  if (/^[A-Za-z]{3}$/.test(text)) return text.toUpperCase();
  throw new InvalidArgumentError('Use the three letters of a currency, such as EUR.');
}

/** One rate more: `CHF=1.07`. */
export function rates(text: string, before: Record<string, number> = {}): Record<string, number> {
  const [code = '', value = '', ...rest] = text.split('=');
  const rate = Number(value);
  if (rest.length > 0 || value.trim() === '' || !(rate > 0) || !Number.isFinite(rate))
    throw new InvalidArgumentError('Use a currency and a number above 0, such as CHF=1.07.');
  return { ...before, [currency(code)]: rate };
}
