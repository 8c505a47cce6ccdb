import type { Profile } from '../core/plan';
import { attachedMachines } from './attached';
import { databricksRequirements } from './databricks';
import { governanceRequirements } from './governance';
import { hdInsightRequirements } from './hdinsight';
import { inbound } from './inbound';
import { outbound } from './outbound';
import { placement, workspaceLink } from './placement';
import { privateNames } from './private-names';
import { checkedOn, requirementEffect } from './effects';
import type { CheckedRequirement, InProfile } from './requirement';
import { routes } from './routes';
import { withServerless } from './serverless';
import { workspaceServices } from './workspace-services';

/** Date of the newest page that the requirements were checked against (how-to-troubleshoot-secure-connection-workspace). */
export const requirementsDate = '2026-09-11';

/** Every requirement, in the order of the catalogue: placement, governance, inbound, outbound, routes, workspace, names, services, attached. */
export const requirements: readonly CheckedRequirement[] = [
  ...placement,
  ...governanceRequirements,
  ...inbound,
  ...outbound,
  ...routes,
  ...workspaceLink,
  ...privateNames,
  ...workspaceServices,
  ...attachedMachines,
  ...hdInsightRequirements,
  ...databricksRequirements,
].map((one) => ({ ...withServerless(one), effect: requirementEffect(one.id), checked: checkedOn(one.id) }));

const byId = new Map(requirements.map((one) => [one.id, one]));

/** The requirement `id`, or undefined where nobody asks that. */
export function findRequirement(id: string): CheckedRequirement | undefined {
  return byId.get(id);
}

interface AskedInProfile {
  readonly requirement: CheckedRequirement;
  readonly asked: InProfile;
}

/** What `profile` asks, with the requirement it belongs to. */
export function requirementsOf(profile: Profile): readonly AskedInProfile[] {
  return byProfile[profile];
}

const byProfile: Readonly<Record<Profile, readonly AskedInProfile[]>> = {
  current: askedIn('current'),
  '2020-12': askedIn('2020-12'),
};

function askedIn(profile: Profile): readonly AskedInProfile[] {
  return requirements.flatMap((requirement) => {
    const asked = requirement.profiles[profile];
    return asked ? [{ requirement, asked }] : [];
  });
}

/** What is the same for every subnet: good to know once, and nothing to confirm with a network team. */
export const sameForEverySubnet: ReadonlySet<string> = new Set([
  'lighthouse-unsupported',
  'storage-region-close-to-compute',
  'control-plane-stays-public',
  'browser-doh',
]);

/** True for a requirement about hosts that only their names tell: no security rule can allow them. */
export function goesByName(id: string): boolean {
  const profiles = Object.values(findRequirement(id)?.profiles ?? {});
  return profiles.some(({ what }) => what.is === 'note' && what.byName !== undefined);
}
