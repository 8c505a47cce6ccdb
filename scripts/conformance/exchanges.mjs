// Recorded exchanges, and their conversion to specified versions.
import { globSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @typedef {object} Exchange
 * @property {{ method: string; url: string; headers: Record<string, string>; body?: any }} liveRequest
 * @property {{ statusCode: string; headers: Record<string, string>; body?: any }} liveResponse
 */

/** @param {string} folder @returns {Generator<{ file: string; exchange: Exchange }>} */
export function* exchangesIn(folder) {
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
    yield { file, exchange: JSON.parse(readFileSync(join(folder, file), 'utf8')) };
  }
}

/**
 * Returns the specified API versions of each provider.
 * @param {string} specs @returns {Map<string, string[]>}
 */
export function describedVersions(specs) {
  /** @type {Map<string, string[]>} */
  const versions = new Map();
  for (const folder of globSync('specification/**/{stable,preview}/*', { cwd: specs })) {
    const [, provider = '', version = ''] = /(Microsoft\.[^/]+)\/.*?([^/]+)$/.exec(folder) ?? [];
    const key = provider.toLowerCase();
    const known = versions.get(key) ?? [];
    if (!known.includes(version)) versions.set(key, [...known, version]);
  }
  return versions;
}

/** Resource Manager specifies the registration of a provider, not that provider. */
export const ofProviderItself = /^\/+subscriptions\/[^/]+\/providers\/[^/]+(\/(un)?register)?\/?$/i;

/** @param {URL} url */
export function resourceProvider({ pathname }) {
  if (ofProviderItself.test(pathname)) return 'microsoft.resources';
  const [, provider = 'Microsoft.Resources'] = /.*\/providers\/([^/]+)/i.exec(pathname) ?? [];
  return provider.toLowerCase();
}

/**
 * Sorts the nearest version first, and the older one of two that are equally near. For one day, the preview comes first
 * if a later version is requested: its preview features are stable there.
 * @param {readonly string[]} versions @param {string} wanted
 */
export function nearestFirst(versions, wanted) {
  /** @param {string} version */
  const distance = (version) => Math.abs(Date.parse(version.slice(0, 10)) - Date.parse(wanted.slice(0, 10)));
  /** @param {string} a @param {string} b */
  const ofOneDay = (a, b) => (a.slice(0, 10) < wanted.slice(0, 10) ? b.localeCompare(a) : a.localeCompare(b));
  return versions.toSorted((a, b) => distance(a) - distance(b) || ofOneDay(a, b));
}

/** @param {string} url @param {string} version */
export function atVersion(url, version) {
  const changed = new URL(url);
  changed.pathname = changed.pathname.replace(/\/{2,}/g, '/');
  changed.searchParams.set('api-version', version);
  return changed.href;
}

/** `$.value[3].name` as `$.value[].name`. @param {string} path */
export const withoutNumbers = (path) => path.replace(/\[\d+\]/g, '[]').replace(/\/\d+(?=\/|$)/g, '/[]');

/** Omits names and numbers of a path, for a line that represents many. @param {string} url */
export function pathShape(url) {
  const segments = new URL(url).pathname.split('/').filter((segment) => segment !== '');
  const at = segments.findLastIndex((segment) => segment.toLowerCase() === 'providers');
  const own = at < 0 ? segments : segments.slice(at + 2);
  const types = own.filter((_, index) => index % 2 === 0).join('/');
  return at < 0 ? types : `${segments[at + 1]}/${types}`;
}

/** Members that are null don't count for a specification. @param {any} value @returns {any} */
export function withoutNulls(value) {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).filter(([, member]) => member !== null);
  return Object.fromEntries(members.map(([name, member]) => [name, withoutNulls(member)]));
}
