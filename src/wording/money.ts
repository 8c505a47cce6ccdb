import type { Say } from '../messages/say';

/** An amount as a person writes it: “US$0.23”, “0,23 $US”. A currency that nobody knows is named by its code. */
export function formatMoney({ language }: Say, amount: number, currency: string): string {
  try {
    return new Intl.NumberFormat(language, { style: 'currency', currency }).format(amount);
  } catch (error) {
    if (error instanceof RangeError) return `${amount} ${currency}`;
    throw error;
  }
}
