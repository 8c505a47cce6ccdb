import type { FailureDetails } from '../../azure/failure';
import { reason, type Reason } from '../../core/reason';
import { inOneLine, type WordedFailure } from '../../wording/failure-text';

/**
 * Explains why something in Azure couldn't be read, and what to do about it in a terminal.
 * @param what the resource, as the sentence names it
 */
export function failureReason({ code, details }: Failure, what: string): Reason {
  switch (code) {
    case 'signedOut':
      return signInReason(details, what);
    case 'forbidden':
      return reason('terminal.azure.forbidden', { what });
    case 'notFound':
      return reason('terminal.azure.notFound', { what });
    case 'throttled':
      return reason('terminal.azure.throttled', { what, s: details.retryAfterSeconds ?? 15 });
    case 'timeout':
      return reason('terminal.azure.timeout', { what });
    case 'offline':
      return reason(details.untrusted === true ? 'problem.untrusted' : 'problem.offline');
    case 'badResponse':
      return reason('terminal.azure.badResponse', { what });
    case 'cancelled':
      return reason('problem.cancelled');
    case 'bug':
      return reason('terminal.azure.bug', { what });
    default:
      return refusalReason(details, what);
  }
}

interface Failure {
  readonly code: WordedFailure['code'];
  readonly details: FailureDetails;
}

/** Returns Azure's own words, with its code. */
function refusalReason({ serviceCode, serviceMessage = '' }: FailureDetails, what: string): Reason {
  const message = inOneLine([serviceCode ?? '', serviceMessage].filter((one) => one !== '').join(': '));
  return message === ''
    ? reason('terminal.azure.refused', { what })
    : reason('terminal.azure.refusedWith', { what, message });
}

/** Azure's codes of a token that another tenant issued. */
const otherTenant = ['InvalidAuthenticationTokenTenant', 'InvalidSubscriptionIdTenant'];

function signInReason(details: FailureDetails, what: string): Reason {
  const { status, signIn = 'nobody', serviceCode = '', signInHost = '', audience = '' } = details;
  if (status !== undefined) {
    return reason(
      otherTenant.includes(serviceCode) ? 'terminal.azure.otherTenant' : 'terminal.azure.signedOut',
      {
        what,
      },
    );
  }
  const code = serviceCode === '' ? 'Microsoft Entra ID' : serviceCode;
  return reason(signInKeys[signIn], { code, host: signInHost, audience });
}

const signInKeys: Readonly<Record<NonNullable<FailureDetails['signIn']>, string>> = {
  nobody: 'terminal.signIn.signedOut',
  tenant: 'terminal.signIn.signedOut',
  'cli-signed-out': 'terminal.signIn.signedOut',
  'cli-missing': 'terminal.signIn.cliMissing',
  claims: 'terminal.signIn.claims',
  'no-credential': 'terminal.signIn.noCredential',
  refused: 'terminal.signIn.refused',
  endpoint: 'terminal.signIn.endpoint',
  audience: 'terminal.signIn.audience',
  host: 'terminal.signIn.host',
};
