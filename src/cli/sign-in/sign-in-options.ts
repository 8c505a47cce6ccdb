import type { Option } from 'commander';
import type { Cloud } from '../../core/network/model';
import { reason } from '../../core/reason';
import type { Say } from '../../messages/say';
import { single, word } from '../declared-options';
import { UsageError } from '../options';

/** Values of the sign-in options. None of them accepts a secret. */
export interface SignInValues {
  readonly auth?: 'azure-cli' | 'default';
  readonly tenant?: string;
  readonly cloud?: Cloud;
  readonly endpoint?: string;
  readonly signInHost?: string;
}

/** Returns the options of commands that sign in, except the cloud. */
export function signInOptions(say: Say): readonly Option[] {
  return [
    word('--auth', ['azure-cli', 'default'], say('terminal.help.auth', { first: 'azure-cli' })),
    single('--tenant [ID]', say('terminal.help.signInTenant'), tenantIn),
    single('--endpoint [URL]', say('terminal.help.endpoint')).conflicts('cloud'),
    single('--sign-in-host [HOST]', say('terminal.help.signInHost', { option: '--endpoint' })),
  ];
}

/**
 * Validates a tenant, which is a GUID or a domain. Other text isn't accepted, because the tenant becomes part of a
 * command line.
 * @throws {UsageError} if the tenant isn't valid
 */
function tenantIn(value: string, option: string): string {
  if (/^[0-9a-z][0-9a-z.-]*$/i.test(value)) return value;
  throw new UsageError(reason('terminal.signIn.notATenant', { option, value }));
}
