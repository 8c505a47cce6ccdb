import { reason, type Reason } from '../core/reason';

/** User of an instance: the service names it itself (`adminUserName` is read-only there). */
export const instanceUser = 'azureuser';

/** Batch makes the account on the nodes, and its accounts have at most 20 characters (`UserAccount` in its REST reference). */
const longest = 20;

/** Names that Azure takes for no administrator (FAQ of Linux virtual machines), and those of the system. */
const taken: ReadonlySet<string> = new Set(
  (
    '1 123 a actuser adm admin admin1 admin2 administrator aspnet backup batch console daemon david guest john nobody ' +
    'owner root server sql support sys test test1 test2 test3 user user1 user2 user3 user4 user5 video'
  )
    .split(' ')
    .concat('support_388945a0'),
);

/** What is wrong with the name of a node's administrator; null where nothing is. */
export function sshUserFault(name: string): Reason | null {
  if (name === '') return reason('ssh.user.missing');
  if (name.length > longest) return reason('ssh.user.long', { n: name.length, limit: longest });
  if (!/^[a-z_][a-z0-9_-]*$/.test(name)) return reason('ssh.user.form');
  return newUserFault(name);
}

/** What is wrong with the name of an administrator whom Azure creates; null where nothing is. */
export function newUserFault(name: string): Reason | null {
  return taken.has(name.toLowerCase()) ? reason('ssh.user.taken', { name }) : null;
}

/** Longest name that Linux takes (`useradd`). */
const longestUser = 32;

/** What is wrong with the name of somebody who exists on the machine already; null where nothing is. */
export function attachUserFault(name: string): Reason | null {
  if (name === '') return reason('attach.user.missing');
  if (name.length > longestUser) return reason('ssh.user.long', { n: name.length, limit: longestUser });
  return /^[A-Za-z_][A-Za-z0-9._-]*$/.test(name) ? null : reason('attach.user.form');
}

/** True for a TCP port that something can listen on. */
export function isPort(port: number): boolean {
  return Number.isInteger(port) && port >= 1 && port <= 65_535;
}
