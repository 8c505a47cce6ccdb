/** Each wait is a tenth longer than the one before, up to ten of the first: at one second, ten of them after a minute and a half. */
const growth = 1.1;
const longest = 10;

/** Waits between looks, as multiples of the first: quick while a person watches, sparing where creation takes long. */
export function exponentialBackoff(): () => number {
  let next = 1;
  return () => {
    const wait = next;
    next = Math.min(next * growth, longest);
    return wait;
  };
}
