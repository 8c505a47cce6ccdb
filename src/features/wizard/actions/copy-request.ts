import { buildRequest } from '../../../checks/request/build-request';
import { narrowRequest, type NetworkRequest } from '../../../core/network-request';
import { requestMarkdown } from '../../../wording/request-markdown';
import { checkInputOf } from '../check-input';
import type { WizardContext } from '../context';
import { planToCheck } from '../derived-plan';
import { chosenSubnet } from '../selection';
import type { WizardState } from '../state';

/** What the chosen subnet needs from its network's owners; undefined where no subnet is chosen. */
function requestOf(state: WizardState): NetworkRequest | undefined {
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

/** Copies what to ask the network team for; all of it where no requirements are named. */
export async function copyRequest(context: WizardContext, ids?: readonly string[]): Promise<void> {
  const { store, ports } = context;
  const request = requestOf(store.get());
  if (request) await ports.copy(requestMarkdown(ports.say, narrowRequest(request, ids ? { ids } : {})));
}
