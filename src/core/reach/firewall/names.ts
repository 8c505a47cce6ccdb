/** Hosts that a text names: a host, or all hosts with that suffix. Azure accepts `*` only at the very left. */
interface NameSet {
  readonly isWild: boolean;
  readonly text: string;
}

function readName(text: string): NameSet {
  const name = text.trim().toLowerCase().replace(/\.$/, '');
  return name.startsWith('*') ? { isWild: true, text: name.slice(1) } : { isWild: false, text: name };
}

/** True for a name with a wildcard, which Azure Firewall supports only in application rules. */
export function isWildcard(text: string): boolean {
  return text.includes('*');
}

/** True if `outer` includes every host of `inner`: `*.ms` includes `*.azureml.ms`. */
export function coversName(outer: string, inner: string): boolean {
  const [o, i] = [readName(outer), readName(inner)];
  if (o.isWild) return i.text.endsWith(o.text);
  return !i.isWild && i.text === o.text;
}

/**
 * Splits the queried names into parts that no text in `known` divides. Each queried name then means its hosts that no
 * narrower text names.
 */
export function nameParts(queried: readonly string[], known: readonly string[]): readonly string[] {
  const narrower = known.filter((text) =>
    queried.some((one) => coversName(one, text) && !coversName(text, one)),
  );
  return [...new Set([...queried, ...narrower].map((text) => text.trim().toLowerCase()))];
}
