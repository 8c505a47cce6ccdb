import { buildRequest } from '../../checks/request/build-request';
import { confirmationsInForce, type Confirmation } from '../../core/confirmation';
import { pathFingerprint } from '../../core/path-fingerprint';
import {
  narrowRequest,
  requestLayers,
  type NetworkRequest,
  type RequestLayer,
} from '../../core/network-request';
import { checkInputOf } from './check-input';
import { planToCheck } from './derived-plan';
import { chosenSubnet } from './selection';
import type { WizardState } from './state';

/** What the chosen subnet needs from its network's owners; undefined where no subnet is chosen. */
export function requestOf(state: WizardState): NetworkRequest | undefined {
  const facts = checkInputOf(state);
  const found = chosenSubnet(state);
  if (!facts || !found) return undefined;
  const { evaluation } = state;
  return buildRequest({
    model: found.model,
    plan: planToCheck(state),
    facts,
    readAt: evaluation?.readAt ?? null,
    ...(evaluation ? { results: evaluation.results } : {}),
  });
}

/** The part of it that is shown; of the flows of a cause, all that was chosen there. */
export function shownRequest(state: WizardState, request: NetworkRequest): NetworkRequest {
  const { ids = null, part = 'action' } = state.request ?? {};
  const layer = layerOf(part);
  if (layer) return narrowRequest(request, { layer });
  return narrowRequest(request, part === 'cause' && ids !== null ? { ids } : {});
}

/** True where flows that are allowed are shown and copied too. */
export function showsAllowed(state: WizardState): boolean {
  return state.request?.part === 'all';
}

function layerOf(part: string): RequestLayer | undefined {
  return requestLayers.find((one) => one === part);
}

/** What others confirmed of the chosen subnet, as far as it still holds. */
export function confirmedOf(state: WizardState, now: Date): readonly Confirmation[] {
  const found = chosenSubnet(state);
  if (!found) return [];
  const subnetId = found.subnet.id;
  return confirmationsInForce(state.confirmations, {
    subnetId,
    path: pathFingerprint(found.model, subnetId),
    now,
    workspaceId: state.choices.workspace,
  });
}
