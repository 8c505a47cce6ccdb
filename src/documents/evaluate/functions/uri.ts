const scheme = /^[a-z][\w+.-]*:/i;
const address = /^(?<scheme>[a-z][\w+.-]*):\/\/(?<host>[^/?#]*)(?<path>[^?#]*)/i;

/** A `%` that two digits don't follow. */
const looseSign = /%(?![\da-f]{2})/gi;

/**
 * Escapes a part of a URI as .NET does: only characters that need an escape have one. Undefined if .NET doesn't accept
 * the part.
 */
function canonical(part: string): string | undefined {
  if (/["<>\\^`{|}]|\p{C}/u.test(part)) return undefined;
  return part
    .replace(looseSign, '%25')
    .replace(/%(?:[46][1-9a-f]|[57][\da]|3\d|2[de]|5f|7e)/gi, (one) => decodedLetter(one))
    .replace(/ |\P{ASCII}+/gu, (one) => encodeURIComponent(one));
}

/** Decodes an escape if it is a letter, a digit, or one of `-._~`. */
function decodedLetter(escape: string): string {
  const letter = String.fromCharCode(parseInt(escape.slice(1), 16));
  return /[\w.~-]/.test(letter) ? letter : escape;
}

/** Resolves `relative` against `base` by RFC 3986, or returns undefined if `base` isn't an absolute URI. */
export function resolvedUri(base: string, relative: string): string | undefined {
  if (scheme.test(relative)) return relative;
  const found = /\s/.test(base) ? undefined : address.exec(base)?.groups;
  const part = (name: string): string => found?.[name] ?? '';
  const [from, to] = [canonical(part('path')), canonical(relative)];
  if (found === undefined || from === undefined || to === undefined) return undefined;
  const root = `${part('scheme').toLowerCase()}://${hostOf(part('host'), part('scheme'))}`;
  if (relative.startsWith('//')) return `${part('scheme').toLowerCase()}:${relative}`;
  return relative === ''
    ? root + base.slice(base.indexOf('//') + 2 + part('host').length)
    : root + below(from, to);
}

/** Returns the host in lowercase, without the default port of its scheme. */
function hostOf(host: string, of: string): string {
  const usual = of.toLowerCase() === 'https' ? ':443' : ':80';
  const lower = host.toLowerCase();
  return lower.endsWith(usual) ? lower.slice(0, -usual.length) : lower;
}

function below(path: string, relative: string): string {
  const end = relative.search(/[?#]/);
  const own = end < 0 ? relative : relative.slice(0, end);
  const tail = end < 0 ? '' : relative.slice(end);
  if (own === '') return (path === '' ? '/' : path) + tail;
  const full = own.startsWith('/') ? own : path.slice(0, path.lastIndexOf('/') + 1) + own;
  return withoutDots(full.startsWith('/') ? full : `/${full}`) + tail;
}

function withoutDots(path: string): string {
  const kept: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') kept.splice(Math.max(1, kept.length - 1));
    else if (part !== '.') kept.push(part);
  }
  return kept.join('/') + (/\/\.{1,2}$/.test(path) ? '/' : '');
}

/** The parts of a URI. A query includes its `?`. */
export interface UriParts {
  readonly scheme: string;
  readonly host: string;
  readonly port: string;
  readonly path: string;
  readonly query: string;
}

/** Splits an absolute URI into its parts, which are empty if missing. Undefined if the text isn't a URI. */
export function parsedUri(uri: string): UriParts | undefined {
  const found = address.exec(uri)?.groups;
  if (found === undefined) return undefined;
  const part = (name: string): string => found[name] ?? '';
  const [host, port] = hostAndPort(part('host').toLowerCase());
  const [path, query] = [canonical(part('path')), canonical(/\?[^#]*/.exec(uri)?.[0] ?? '')];
  if (path === undefined || query === undefined) return undefined;
  return {
    scheme: part('scheme').toLowerCase(),
    host,
    port,
    path,
    query,
  };
}

/** Splits host and port, without the user before an `@`. An IPv6 address is in brackets and contains colons. */
function hostAndPort(authority: string): readonly [host: string, port: string] {
  const own = authority.slice(authority.lastIndexOf('@') + 1);
  const bracket = own.startsWith('[') ? `${own}:`.lastIndexOf(']:') : -1;
  const end = own.indexOf(':', bracket + 1);
  return end < 0 ? [own, ''] : [own.slice(0, end), own.slice(end + 1)];
}

/** Builds a URI from its parts. */
export function builtUri({ scheme, host, port, path, query }: UriParts): string {
  const full = `${host}${port === '' ? '' : `:${port}`}`;
  const tail = query === '' || query.startsWith('?') ? query : `?${query}`;
  return `${scheme}://${hostOf(full, scheme)}${path.startsWith('/') ? path : `/${path}`}${tail}`;
}

/** An unpaired surrogate, which UTF-8 can't encode. */
const halfPair = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** Escapes a text as a URI component: everything except letters, digits, and `-_.~`. */
export function uriComponent(text: string): string {
  const full = text.replace(halfPair, '\uFFFD');
  return encodeURIComponent(full).replace(
    /[!'()*]/g,
    (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/**
 * Decodes an escaped text as .NET decodes form data: `+` is a space, and a `%` without two digits is unchanged.
 * Undefined if the result isn't UTF-8.
 */
export function uriComponentText(escaped: string): string | undefined {
  if (/%u[\da-f]{4}/i.test(escaped)) return undefined;
  try {
    return decodeURIComponent(escaped.replaceAll('+', ' ').replace(looseSign, '%25'));
  } catch {
    return undefined;
  }
}
