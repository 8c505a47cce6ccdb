import type { CheckInput } from '../../checks/check-subnet';
import type { Fix } from '../../core/fix';
import { sameId } from '../../core/network/find';
import type { ResourceId } from '../../core/network/model';
import { applyServiceChanges } from '../../core/resource-change';
import type { WorkspaceServices } from '../../core/services/services';
import type { WizardState } from './state';
import { isSameFacts } from '../../checks/check-subnet-cached';

/**
 * Returns the input of the check, apart from network and plan; undefined until service tags are loaded.
 * Services are read for the chosen subnet. Other rows are checked without them, whether they were read or not.
 */
export function checkInputOf(
  state: WizardState,
  subnetId: ResourceId | null = state.choices.subnet,
): CheckInput | undefined {
  const { tags, governance, services, choices, proposal } = state;
  if (!tags) return undefined;
  const isChosen = subnetId === null || choices.subnet === null || sameId(subnetId, choices.subnet);
  return {
    tags,
    ...(governance ? { governance } : {}),
    ...(services && isChosen && isForNetwork(services.networkId, choices.network)
      ? { services: withConnection(services.value, proposal) }
      : {}),
    ...hostsOf(state),
  };
}

/** Cached, so that nothing is checked again while both stay the same. */
const withConnections = new WeakMap<
  Fix,
  { readonly from: WorkspaceServices; readonly to: WorkspaceServices }
>();

/** Returns the services with a proposed network's connection: its private endpoint, DNS zones, and links of zones. */
function withConnection(services: WorkspaceServices, proposal: WizardState['proposal']): WorkspaceServices {
  const connected = proposal?.completed?.connected ?? null;
  if (connected === null) return services;
  const kept = withConnections.get(connected);
  if (kept?.from === services) return kept.to;
  const to = applyServiceChanges(services, connected.changes);
  withConnections.set(connected, { from: services, to });
  return to;
}

/** Returns Azure's own list of hosts for the chosen workspace, if it was requested. */
function hostsOf({ diagnosis, choices }: WizardState): Pick<CheckInput, 'hosts'> {
  const { workspace } = choices;
  if (!diagnosis || workspace === null || !sameId(diagnosis.workspaceId, workspace)) return {};
  const { hosts } = diagnosis.value;
  return hosts.known && hosts.value.length > 0 ? { hosts: hosts.value.map(({ host }) => host) } : {};
}

/** Checks whether services were read for the chosen network: DNS zones and endpoints depend on it. */
function isForNetwork(read: ResourceId | null, chosen: ResourceId | null): boolean {
  return read === null || chosen === null ? read === chosen : sameId(read, chosen);
}

/** True if two inputs are the same facts, or both are missing. */
export function isSameInput(a: ReturnType<typeof checkInputOf>, b: typeof a): boolean {
  return a && b ? isSameFacts(a, b) : a === b;
}
