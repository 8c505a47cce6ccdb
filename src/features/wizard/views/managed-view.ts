import type { OutboundRule } from '../../../azure/ports';
import type { Managed } from '../../../contract/wizard/plan';
import type { MessageKey } from '../../../messages/en/catalogue';
import type { Say } from '../../../messages/say';
import { wordDate } from '../../../wording/dates';
import { chosenWorkspace, isManaged } from '../chosen';
import type { WizardState } from '../state';

/** What a managed network lets out, instead of subnets to choose from; null where the person chooses. */
export function managedView(say: Say, state: WizardState): Managed | null {
  const workspace = chosenWorkspace(state);
  if (!workspace || !isManaged(state)) return null;
  const rules = workspace.outboundRules;
  const approved =
    workspace.managedNetwork.known && workspace.managedNetwork.value === 'allow-only-approved-outbound';
  const since = workspace.managedNetworkReadySince;
  return {
    why: say('managed.why', { workspace: workspace.name }),
    heading: say(approved ? 'managed.heading.approved' : 'managed.heading.open', { n: rules.length }),
    rules: rules.map((rule) => ruleRow(say, rule)),
    setUp: setUpText(say, since),
    isSetUp: since !== null,
  };
}

function setUpText(say: Say, since: string | null): string {
  if (since === null) return say('managed.notSetUp');
  return since === '' ? say('managed.isSetUp') : say('managed.setUp', { date: wordDate(say, since) });
}

const kinds: Readonly<Record<OutboundRule['kind'], MessageKey>> = {
  FQDN: 'managed.kind.fqdn',
  PrivateEndpoint: 'managed.kind.privateEndpoint',
  ServiceTag: 'managed.kind.serviceTag',
};

function ruleRow(say: Say, rule: OutboundRule): Managed['rules'][number] {
  const { name, destination, state } = rule;
  return { name, kind: say(kinds[rule.kind]), to: destination, state, active: state === 'Active' };
}
