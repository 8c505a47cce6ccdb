/** First and last address of a prefix, as numbers. */
export function rangeOf(prefix: string): [number, number] {
  const [address = '', bits = '32'] = prefix.split('/');
  const first = address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
  return [first, first + 2 ** (32 - Number(bits)) - 1];
}
