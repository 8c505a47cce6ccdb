/** Returns the typed number; null if it isn't a whole number from 0 on. */
export function wholeNumber(typed: string): number | null {
  const text = typed.trim();
  return /^\d{1,6}$/.test(text) ? Number(text) : null;
}
