import { reason, type Reason } from '../../core/reason';

/** Longest name that Linux takes (`useradd`). */
const longest = 32;

/** What is wrong with the name of somebody who exists on the machine already; null where nothing is. */
export function attachUserFault(name: string): Reason | null {
  if (name === '') return reason('attach.user.missing');
  if (name.length > longest) return reason('ssh.user.long', { n: name.length, limit: longest });
  return /^[A-Za-z_][A-Za-z0-9._-]*$/.test(name) ? null : reason('attach.user.form');
}

/** True for a TCP port that something can listen on. */
export function isPort(port: number): boolean {
  return Number.isInteger(port) && port >= 1 && port <= 65_535;
}
