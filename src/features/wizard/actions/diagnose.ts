import { answerOf } from '../../../azure-store/queries';
import type { Azure, EvidencePlace } from '../../../azure/ports';
import { AzureFailure } from '../../../azure/failure';
import { valueOr } from '../../../core/known';
import { sameId } from '../../../core/network/find';
import type { ResourceId } from '../../../core/network/model';
import { chosenSubnet, chosenWorkspace, usesManagedNetwork, isProposing } from '../selection';
import type { WizardContext } from '../context';
import type { WizardState } from '../state';
import { connectedAzure } from './connected';
import { closeFix } from './preview-fix';

/**
 * Reads Azure's own diagnosis of the chosen workspace, and the effective rules and logs of the chosen subnet. Runs only
 * when the user requests it.
 * Opens the page that shows them next to the results. The diagnosis' list of hosts is used from then on.
 */
export async function diagnose(context: WizardContext): Promise<void> {
  const { store, loads, clock } = context;
  const workspace = chosenWorkspace(store.get());
  if (!workspace) throw new AzureFailure('notFound');
  await closeFix(context);
  store.set({ report: { is: 'diagnosis' } });
  const place = evidencePlace(store.get());
  const read = await loads.run(
    'diagnosis',
    (stop) => {
      const both = readBoth(connectedAzure(context).read, { workspaceId: workspace.id, place }, stop);
      return answerOf(both, () => clock.now());
    },
    (diagnosing) => store.set({ diagnosing }),
  );
  const chosen = chosenWorkspace(store.get());
  if (!read || !chosen || !sameId(chosen.id, workspace.id)) return;
  const readAt = clock.now().toISOString();
  store.set({ diagnosis: { workspaceId: workspace.id, readAt, ...read } });
}

interface DiagnosisInput {
  readonly workspaceId: ResourceId;
  readonly place: EvidencePlace | null;
}

async function readBoth(
  read: Azure['read'],
  { workspaceId, place }: DiagnosisInput,
  stop: AbortSignal,
): Promise<Pick<NonNullable<WizardState['diagnosis']>, 'value' | 'evidence'>> {
  const [value, evidence] = await Promise.all([
    read.diagnosis(workspaceId, stop),
    place && read.evidence(place, stop),
  ]);
  return { value, evidence: place && evidence && { subnetId: place.subnetId, value: evidence } };
}

/** Returns where to read evidence; null if no existing subnet is chosen. */
function evidencePlace(state: WizardState): EvidencePlace | null {
  const found = usesManagedNetwork(state) || isProposing(state) ? undefined : chosenSubnet(state);
  if (!found) return null;
  const { subnet, network } = found;
  return {
    networkId: network.id,
    subnetId: subnet.id,
    location: valueOr(network.location, ''),
    prefixes: valueOr(subnet.addressPrefixes, []),
    groupId: valueOr(subnet.securityGroup, null),
  };
}
