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
    default:
      return endpointStepReason(step);
  }
}

type EndpointSteps = Extract<
  ServiceStep,
  { do: 'connect' | 'disconnect' | 'addZone' | 'removeZone' | 'register' | 'deregister' }
>;

/** Of private endpoints and what they are answered by. */
function endpointStepReason(step: EndpointSteps): Reason {
  const name = nameOf(changedResource(step));
  switch (step.do) {
    case 'connect':
    case 'disconnect':
      return reason(`step.${step.do}`, {
        name,
        target: nameOf(step.target),
        group: step.group,
        subnet: nameOf(step.subnet),
      });
    case 'addZone':
    case 'removeZone':
      return reason(`step.${step.do}`, { name });
    case 'register':
    case 'deregister':
      return reason(`step.${step.do}`, {
        endpoint: nameOf(step.endpoint),
        zones: step.zones.map(nameOf),
      });
  }
}
