import type { AttachTarget } from '../../src/core/attach-target';
import { attachedKinds } from '../../src/core/compute-kinds';
import { must, type LiveCase, type LivePorts } from './live-types';

/** Resources that could be attached, of each kind. A subscription may have none. */
export function attachCases(subscriptionId: string, { azure, stop }: LivePorts): readonly LiveCase[] {
  return attachedKinds.map((kind) => ({
    what: `targets to attach are read: ${kind}`,
    run: async () => {
      const all = await azure.read.attachTargets(subscriptionId, kind, stop);
      for (const one of all) look(one);
      return `${all.length} of it`;
    },
  }));
}

/** Checks what every response contains, whatever else the account can read. */
function look(target: AttachTarget): void {
  must(target.name !== '' && target.location.known, 'one has no name or region');
  switch (target.kind) {
    case 'databricks':
      must(target.url.known && target.subnets.known, 'the address or the subnets of one are unknown');
      return;
    case 'virtual-machine':
      must(target.os.known, 'the system of one is unknown');
      return;
    case 'hdinsight':
      must(
        target.clusterType.known && target.outboundOnly.known,
        'the type of one is unknown, or how it is reached',
      );
  }
}
