import { buildRequest } from '../../checks/request/build-request';
import { confirmationsInForce, type Confirmation } from '../../core/confirmation';
import { reason, type Reason } from '../../core/reason';
import { pathFingerprint } from '../../core/path-fingerprint';
import {
  narrowRequest,
  requestLayers,
  type NetworkRequest,
  type RequestLayer,
} from '../../core/network-request';
import type { Say } from '../../messages/say';
import { formatReason } from '../../wording/reason-text';
import { requestMarkdown } from '../../wording/request-markdown';
import { checkInputOf } from './check-input';
import { planToCheck } from './derived-plan';
import { chosenSubnet, unfitOf } from './selection';
import { loadedValue, type WizardState } from './state';

/** Builds the network request of the chosen subnet; undefined if no subnet is chosen. */
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

/** True if a request to others can make the chosen subnet usable. */
export function hasUsableSubnet(state: WizardState): boolean {
  return chosenSubnet(state) !== undefined && unfitOf(state) === null;
}

/** Returns the shown part of the request. For the flows of a cause, returns everything that was selected there. */
export function shownRequest(state: WizardState, request: NetworkRequest): NetworkRequest {
  const { ids = null, part = 'action' } = state.request ?? {};
  const layer = layerOf(part);
  if (layer) return narrowRequest(request, { layer });
  return narrowRequest(request, part === 'cause' && ids !== null ? { ids } : {});
}

/** Checks whether allowed flows are also shown and copied. */
export function showsAllowed(state: WizardState): boolean {
  return state.request?.part === 'all';
}

/** Returns the text of a request or of a part of it, with the signed-in account. */
export function requestText(
  say: Say,
  { connection }: Pick<WizardState, 'connection'>,
  { request, withAllowed = false }: { readonly request: NetworkRequest; readonly withAllowed?: boolean },
): string {
  const account = loadedValue(connection)?.account ?? null;
  return requestMarkdown(say, request, { withAllowed, account });
}

/** Returns the request for a role, for the owner who can assign it. */
export function roleRequestText(say: Say, state: WizardState, { values }: Reason): string {
  const account = loadedValue(state.connection)?.account ?? null;
  const subnet = chosenSubnet(state)?.subnet.name ?? '';
  return formatReason(
    say,
    account === null
      ? reason('request.roleOf', { ...values, subnet })
      : reason('request.roleOfAccount', { ...values, subnet, account }),
  );
}

function layerOf(part: string): RequestLayer | undefined {
  return requestLayers.find((one) => one === part);
}

/** Returns confirmations of the chosen subnet that are still valid. */
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
