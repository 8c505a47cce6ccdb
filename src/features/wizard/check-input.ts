import type { CheckInput } from '../../checks/check-subnet';
import { sameId } from '../../core/network/find';
import type { ResourceId } from '../../core/network/model';
import type { WizardState } from './state';

/**
 * What the check takes for granted; undefined until a tag list is there. Services are read for the chosen subnet: the
 * rows of the others are checked without them, whether they were read or not.
 */
export function checkInputOf(
  state: WizardState,
  subnetId: ResourceId | null = state.choices.subnet,
): CheckInput | undefined {
  const { tags, governance, services, choices } = state;
  if (!tags) return undefined;
  const isChosen = subnetId === null || choices.subnet === null || sameId(subnetId, choices.subnet);
  return {
    tags,
    ...(governance ? { governance } : {}),
    ...(services && isChosen && isForNetwork(services.networkId, choices.network)
      ? { services: services.value }
      : {}),
    ...hostsOf(state),
  };
}

/** The chosen workspace's own list of hosts, once Azure was asked for it. */
function hostsOf({ diagnosis, choices }: WizardState): Pick<CheckInput, 'hosts'> {
  const { workspace } = choices;
  if (!diagnosis || workspace === null || !sameId(diagnosis.workspaceId, workspace)) return {};
  const { hosts } = diagnosis.value;
  return hosts.known && hosts.value.length > 0 ? { hosts: hosts.value.map(({ host }) => host) } : {};
}

/** Zones and endpoints were looked for around one network. */
function isForNetwork(read: ResourceId | null, chosen: ResourceId | null): boolean {
  return read === null || chosen === null ? read === chosen : sameId(read, chosen);
}
