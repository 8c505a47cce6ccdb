import type { Say } from '../messages/say';

/** Formats an amount: “US$0.23”, “0,23 $US”. An unknown currency is shown by its code. */
export function formatMoney({ language }: Say, amount: number, currency: string): string {
  try {
    return new Intl.NumberFormat(language, { style: 'currency', currency }).format(amount);
  } catch (error) {
    if (error instanceof RangeError) return `${amount} ${currency}`;
    throw error;
  }
}
