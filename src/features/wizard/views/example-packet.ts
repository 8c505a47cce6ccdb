import { applyFix } from '../../../checks/fixes/apply-fix';
import type { FixFlow } from '../../../core/fix';
import type { NetworkModel } from '../../../core/network/model';
import { compareFlow } from '../../../core/reach/compare';
import type { Say } from '../../../messages/say';
import { formatPacket } from '../../../wording/subject-text';
import { planToCheck } from '../derived-plan';
import type { FixInPreview, WizardState } from '../state';

/**
 * Returns a function that finds a packet for each newly allowed flow: it's blocked before the fix and allowed after it.
 * null if none is certain.
 */
export function examplePackets(
  say: Say,
  state: WizardState,
  { model, fix, subnetId }: FixInPreview,
): (flow: FixFlow) => string | null {
  const { tags } = state;
  if (!tags) return () => null;
  const after = applyFix(model, fix);
  const { publicIp } = planToCheck(state);
  return (flow) => {
    const queryOf = (one: NetworkModel) => ({
      model: one,
      subnetId,
      tags,
      publicIp,
      flow: queryFlowOf(flow),
    });
    const { opens } = compareFlow(queryOf(model), queryOf(after));
    const found = opens.find(({ certain }) => certain);
    return found ? say('preview.packet', { packet: formatPacket(say, found.packet) }) : null;
  };
}

function queryFlowOf({ direction, protocol, ports, remote }: FixFlow) {
  const listed = ports === 'any' ? ['*'] : ports.split(', ');
  return { direction, protocol, ports: listed, remotes: remote.split(', ') };
}
