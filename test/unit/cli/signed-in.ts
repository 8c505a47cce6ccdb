import { connectTerminal } from '../../../src/azure/connect-terminal';
import type { AzureOptions } from '../../../src/azure/clients';
import type { SignInTerminal } from '../../../src/cli/terminal';
import { planFileText } from '../../../src/plan-file/plan-file';
import type { Plan } from '../../../src/plans/compute-plan';
import type { SandboxAzure } from '../../../src/sandbox/create-sandbox';
import { createSampleAzure, type SampleOptions } from '../../../src/sandbox/sample/create-sample-azure';
import { publicTags } from '../azure/sample';
import { ran } from './ran';

const tags = publicTags();

/** The sample's Azure, and a terminal that is signed in to it. */
export interface SignedIn {
  readonly sample: SandboxAzure;
  readonly account: Partial<SignInTerminal>;
}

export function signedIn(
  options: Partial<SampleOptions> = {},
  more: Partial<AzureOptions> &
    Pick<Partial<SignInTerminal>, 'confirm' | 'isInteractive' | 'untilInterrupted'> = {},
): SignedIn {
  const sample = createSampleAzure({ tags, ...options });
  const { confirm, isInteractive, untilInterrupted, ...azure } = more;
  const { credential, httpClient } = sample;
  const timing = { retryDelayMs: 1, longestWait: 0 };
  return {
    sample,
    account: {
      ...(confirm ? { confirm } : {}),
      ...(isInteractive === undefined ? {} : { isInteractive }),
      ...(untilInterrupted ? { untilInterrupted } : {}),
      signIn: () =>
        Promise.resolve(connectTerminal({ credential, httpClient, timing, watchIntervalMs: 1, ...azure })),
    },
  };
}

/** Runs `create` with a plan. */
export function ranCreate(plan: Plan, line: string, { account }: Pick<SignedIn, 'account'>) {
  const files = { 'plan.amlplan.json': planFileText(plan) };
  return ran(`create --from-plan plan.amlplan.json ${line}`.trim(), files, { account });
}

/** Returns the paths of PUT requests that the sample received. */
export function puts({ sample }: Pick<SignedIn, 'sample'>): readonly string[] {
  return sample.traffic.flatMap(({ method, path }) => (method === 'PUT' ? [path.split('?')[0] ?? ''] : []));
}
