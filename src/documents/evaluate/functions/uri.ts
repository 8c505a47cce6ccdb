const scheme = /^[a-z][\w+.-]*:/i;
const address = /^(?<scheme>[a-z][\w+.-]*):\/\/(?<host>[^/?#]*)(?<path>[^?#]*)/i;

/** A `%` that no two digits follow. */
const looseSign = /%(?![\da-f]{2})/gi;

/** As .NET writes an address: what needs no escape has none, what needs one has it; undefined where it takes none. */
function canonical(part: string): string | undefined {
  if (/["<>\\^`{|}]|\p{C}/u.test(part)) return undefined;
  return part
    .replace(looseSign, '%25')
    .replace(/%(?:[46][1-9a-f]|[57][\da]|3\d|2[de]|5f|7e)/gi, (one) => decodedLetter(one))
    .replace(/ |\P{ASCII}+/gu, (one) => encodeURIComponent(one));
}

/** What an escape stands for, if that is a letter, a digit or one of `-._~`. */
function decodedLetter(escape: string): string {
  const letter = String.fromCharCode(parseInt(escape.slice(1), 16));
  return /[\w.~-]/.test(letter) ? letter : escape;
}

/** What RFC 3986 makes of `relative` seen from `base`; undefined where `base` is no whole address. */
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

/** The host in small letters, without the port that its scheme has anyway. */
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
  const whole = own.startsWith('/') ? own : path.slice(0, path.lastIndexOf('/') + 1) + own;
  return withoutDots(whole.startsWith('/') ? whole : `/${whole}`) + tail;
}

function withoutDots(path: string): string {
  const kept: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') kept.splice(Math.max(1, kept.length - 1));
    else if (part !== '.') kept.push(part);
  }
  return kept.join('/') + (/\/\.{1,2}$/.test(path) ? '/' : '');
}

/** The parts of an address; a query with its `?`. */
export interface UriParts {
  readonly scheme: string;
  readonly host: string;
  readonly port: string;
  readonly path: string;
  readonly query: string;
}

/** The parts of a whole address, empty where it has none; undefined where the text is no address. */
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

/** Without the user before an `@`; an IPv6 address is in brackets and holds colons. */
function hostAndPort(authority: string): readonly [host: string, port: string] {
  const own = authority.slice(authority.lastIndexOf('@') + 1);
  const bracket = own.startsWith('[') ? `${own}:`.lastIndexOf(']:') : -1;
  const end = own.indexOf(':', bracket + 1);
  return end < 0 ? [own, ''] : [own.slice(0, end), own.slice(end + 1)];
}

/** An address of its parts. */
export function builtUri({ scheme, host, port, path, query }: UriParts): string {
  const whole = `${host}${port === '' ? '' : `:${port}`}`;
  const tail = query === '' || query.startsWith('?') ? query : `?${query}`;
  return `${scheme}://${hostOf(whole, scheme)}${path.startsWith('/') ? path : `/${path}`}${tail}`;
}

/** Half a character, which UTF-8 cannot write. */
const halfPair = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** A text as part of an address: all is escaped but letters, digits and `-_.~`. */
export function uriComponent(text: string): string {
  const whole = text.replace(halfPair, '\uFFFD');
  return encodeURIComponent(whole).replace(
    /[!'()*]/g,
    (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** The text that was escaped, as .NET reads what forms send: `+` is a space, a `%` without two digits stays; undefined where no UTF-8 is. */
export function uriComponentText(escaped: string): string | undefined {
  if (/%u[\da-f]{4}/i.test(escaped)) return undefined;
  try {
    return decodeURIComponent(escaped.replaceAll('+', ' ').replace(looseSign, '%25'));
  } catch {
    return undefined;
  }
}
