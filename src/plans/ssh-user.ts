import { reason, type Reason } from '../core/reason';

/** User of an instance. The service sets it (`adminUserName` is read-only there). */
export const instanceUser = 'azureuser';

/**
 * Maximum length. Batch creates the account on nodes, and limits names to 20 characters (`UserAccount` in its REST
 * reference).
 */
const longest = 20;

/** Names that Azure doesn't accept for an administrator (FAQ of Linux virtual machines), and system accounts. */
const reservedNames: ReadonlySet<string> = new Set(
  (
    '1 123 a actuser adm admin admin1 admin2 administrator aspnet backup batch console daemon david guest john nobody ' +
    'owner root server sql support sys test test1 test2 test3 user user1 user2 user3 user4 user5 video'
  )
    .split(' ')
    .concat('support_388945a0'),
);

/** Returns why the name of a node's administrator is invalid; null if it's valid. */
export function sshUserFault(name: string): Reason | null {
  if (name === '') return reason('ssh.user.missing');
  if (name.length > longest) return reason('ssh.user.long', { n: name.length, limit: longest });
  if (!/^[a-z_][a-z0-9_-]*$/.test(name)) return reason('ssh.user.form');
  return newUserFault(name);
}

/** Returns why the name of an administrator that Azure creates is invalid; null if it's valid. */
export function newUserFault(name: string): Reason | null {
  return reservedNames.has(name.toLowerCase()) ? reason('ssh.user.taken', { name }) : null;
}

/** Maximum length of a Linux user name (`useradd`). */
const longestUser = 32;

/** Returns why the name of an existing user on the machine is invalid; null if it's valid. */
export function attachUserFault(name: string): Reason | null {
  if (name === '') return reason('attach.user.missing');
  if (name.length > longestUser) return reason('ssh.user.long', { n: name.length, limit: longestUser });
  return /^[A-Za-z_][A-Za-z0-9._-]*$/.test(name) ? null : reason('attach.user.form');
}

/** Checks for a TCP port that a service can listen on. */
export function isPort(port: number): boolean {
  return Number.isInteger(port) && port >= 1 && port <= 65_535;
}
