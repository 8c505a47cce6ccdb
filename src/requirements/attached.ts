import { attachedKinds } from '../core/compute-kinds';
import {
  requirement,
  inBothProfiles,
  flowTemplate,
  flows,
  plans,
  setting,
  tag,
  inCurrentProfile,
} from './build';
import type { Requirement } from './requirement';

const attached = plans({ kinds: attachedKinds, network: 'any' });
const machine = plans({ kinds: ['virtual-machine'], network: 'any' });

/** What is asked of what is attached, whichever it is, and of a virtual machine. */
export const attachedMachines: readonly Requirement[] = [
  {
    id: 'attach-sdk-v1-sunset',
    group: 'placement',
    profiles: inCurrentProfile(
      requirement(setting('attach-support'), {
        from: '2025-03-28',
        level: 'recommended',
        severity: 'warning',
        appliesTo: attached,
      }),
    ),
    sources: ['sdk-v1', 'attach-targets'],
    disagreement: false,
  },
  {
    id: 'attach-no-duplicate',
    group: 'placement',
    profiles: inBothProfiles(
      requirement(setting('attached-once'), {
        from: '2021-10-21',
        level: 'forbidden',
        appliesTo: plans({ kinds: ['virtual-machine', 'hdinsight'], network: 'any' }),
      }),
    ),
    sources: ['attach-targets'],
    disagreement: false,
  },
  {
    id: 'attach-in-own-network',
    group: 'placement',
    profiles: inBothProfiles(
      requirement(setting('attach-network'), {
        from: '2020-12-10',
        level: 'recommended',
        severity: 'warning',
        appliesTo: plans({ kinds: ['databricks', 'hdinsight'], network: 'any' }),
      }),
    ),
    sources: ['secure-training', 'databricks-injection', 'hdinsight-plan', 'secure-training-2020'],
    disagreement: false,
  },
  {
    id: 'vm-ubuntu-only',
    group: 'placement',
    profiles: inBothProfiles(
      requirement(setting('machine-system'), { from: '2020-12-10', appliesTo: machine }),
    ),
    sources: ['secure-training', 'attach-targets', 'secure-training-2020'],
    disagreement: false,
  },
  {
    id: 'vm-public-ip-required',
    group: 'inbound',
    profiles: inCurrentProfile(
      requirement(setting('machine-address'), { from: '2021-10-21', appliesTo: machine }),
    ),
    sources: ['attach-targets', 'secure-training', 'public-addresses'],
    disagreement: true,
  },
  {
    id: 'inbound-ssh-22-attached',
    group: 'inbound',
    profiles: inBothProfiles(
      requirement(
        flows(
          flowTemplate('Inbound', 'TCP 22', {
            remote: tag('AzureMachineLearning'),
            ruleName: 'Allow-AzureML-SSH',
            isSsh: true,
          }),
        ),
        { from: '2020-12-10', appliesTo: plans({ kinds: ['virtual-machine', 'hdinsight'] }) },
      ),
    ),
    sources: ['secure-training', 'secure-training-2020'],
    disagreement: false,
  },
];
