import { changedResource, type ServiceStep } from '../core/fix';
import { nameOf } from '../core/network/find';
import { reason, type Reason } from '../core/reason';

/** What a change beside the network does, as a sentence that every door shows. */
export function serviceStepReason(step: ServiceStep): Reason {
  const name = nameOf(changedResource(step));
  switch (step.do) {
    case 'admit':
    case 'dismiss':
      return reason(`step.${step.do}`, { name, subnet: nameOf(step.subnet) });
    case 'trust':
    case 'distrust':
      return reason(`step.${step.do}`, { name });
    case 'link':
    case 'unlink':
      return reason(`step.${step.do}`, { zone: nameOf(step.zone), network: nameOf(step.network) });
    case 'appoint':
      return reason('step.appoint', { name, compute: step.builder.name });
  }
}
