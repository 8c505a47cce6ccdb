import { requestedWait, type FailureDetails } from '../../azure/failure';
import { reason, type Reason } from '../../core/reason';
import { inOneLine, isRefusedRequest, type WordedFailure } from '../../wording/failure-text';

/**
 * Explains why a resource in Azure couldn't be read, and what to do about it in a terminal.
 * @param what the name of the resource in the sentence
 */
export function failureReason({ code, details }: Failure, what: string): Reason {
  if (code === 'signedOut') return signInReason(details, what);
  if (code === 'offline') return reason(details.untrusted === true ? 'problem.untrusted' : 'problem.offline');
  const key = keys[code];
  if (key === undefined) return refusalReason(details, what);
  const s = requestedWait({ code, details });
  return reason(key, s === null ? { what } : { what, s });
}

const keys: Readonly<Partial<Record<WordedFailure['code'], string>>> = {
  forbidden: 'terminal.azure.forbidden',
  notFound: 'terminal.azure.notFound',
  throttled: 'terminal.azure.throttled',
  unavailable: 'terminal.azure.unavailable',
  timeout: 'terminal.azure.timeout',
  badResponse: 'terminal.azure.badResponse',
  cancelled: 'problem.cancelled',
  bug: 'terminal.azure.bug',
};

interface Failure {
  readonly code: WordedFailure['code'];
  readonly details: FailureDetails;
}

/** Returns Azure's error code and message. */
function refusalReason(details: FailureDetails, what: string): Reason {
  const { serviceCode, serviceMessage = '' } = details;
  const key = isRefusedRequest(details) ? 'terminal.azure.refused' : 'terminal.azure.failed';
  const message = inOneLine([serviceCode ?? '', serviceMessage].filter((one) => one !== '').join(': '));
  return message === '' ? reason(key, { what }) : reason(`${key}With`, { what, message });
}

/** Azure's error codes for a token that another tenant issued. */
const otherTenant = ['InvalidAuthenticationTokenTenant', 'InvalidSubscriptionIdTenant'];

function signInReason(details: FailureDetails, what: string): Reason {
  const { status, signIn = 'none', serviceCode = '', signInHost = '', audience = '' } = details;
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
  none: 'terminal.signIn.signedOut',
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
