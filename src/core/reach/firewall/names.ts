/** Hosts that one text names: one host, or all whose name ends so. Azure takes `*` at the very left alone. */
interface NameSet {
  readonly isWild: boolean;
  readonly text: string;
}

function readName(text: string): NameSet {
  const name = text.trim().toLowerCase().replace(/\.$/, '');
  return name.startsWith('*') ? { isWild: true, text: name.slice(1) } : { isWild: false, text: name };
}

/** Azure Firewall supports such a name in application rules alone. */
export function isWildcard(text: string): boolean {
  return text.includes('*');
}

/** True where every host that `inner` names is one that `outer` names: `*.ms` holds `*.azureml.ms`. */
export function holdsName(outer: string, inner: string): boolean {
  const [o, i] = [readName(outer), readName(inner)];
  if (o.isWild) return i.text.endsWith(o.text);
  return !i.isWild && i.text === o.text;
}

/**
 * The asked names in parts that no text of `known` cuts: each asked name stands for those of its hosts that no narrower
 * text names.
 */
export function nameParts(asked: readonly string[], known: readonly string[]): readonly string[] {
  const narrower = known.filter((text) => asked.some((one) => holdsName(one, text) && !holdsName(text, one)));
  return [...new Set([...asked, ...narrower].map((text) => text.trim().toLowerCase()))];
}
