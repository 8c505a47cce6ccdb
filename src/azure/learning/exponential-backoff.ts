/**
 * Each wait is 10% longer than the one before, up to 10 times the first. If the first is one second, waits reach ten
 * seconds after a minute and a half.
 */
const growth = 1.1;
const longest = 10;

/**
 * Returns the waits between polls as multiples of the first: short at first while the user watches, and long if
 * creation takes long.
 */
export function exponentialBackoff(): () => number {
  let next = 1;
  return () => {
    const wait = next;
    next = Math.min(next * growth, longest);
    return wait;
  };
}
