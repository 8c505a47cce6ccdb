import { isComputeKind } from '../../../core/compute-kinds';
import { neededRegions } from '../../../checks/regions';
import { unreadRegions } from '../../../checks/service-regions';
import { regionsIn } from '../../../checks/tag-texts';
import type { RegionRow, RegionsView } from '../../../contract/wizard/service-regions';
import { sameId } from '../../../core/network/find';
import { statedServices } from '../../../core/plan';
import { regionOf } from '../../../core/unstated-region';
import type { Say } from '../../../messages/say';
import { formatList } from '../../../messages/format-list';
import { chosenSubnet, chosenWorkspace, usesManagedNetwork } from '../selection';
import { planIn } from '../derived-plan';
import type { WizardState } from '../state';
import { formatRegion } from '../../../wording/region-text';

type Service = RegionRow['service'];

/** Returns the regions of services that Azure didn't return; null if regions don't matter. */
export function regionsView(say: Say, state: WizardState): RegionsView | null {
  if (!chosenWorkspace(state) || usesManagedNetwork(state) || !isComputeKind(state.choices.kind)) return null;
  const unread = unreadOf(state);
  const isChosen = (service: Service): boolean =>
    state.choices.serviceRegions.some((one) => one.service === service);
  const shownServices = statedServices.filter((service) => unread.has(service) || isChosen(service));
  const more = isChosen('aml-registries') ? [] : rowsOf(say, state, 'aml-registries');
  return { options: optionsOf(state), rows: shownServices.flatMap((one) => rowsOf(say, state, one)), more };
}

/** Returns the services without a region; empty while they're being read, because they can be known in a moment. */
function unreadOf(state: WizardState): ReadonlySet<Service> {
  const { services, servicesFailed, choices } = state;
  if (servicesFailed) return unreadRegions(undefined);
  const isRead = services !== null && sameId(services.value.workspaceId, choices.workspace ?? '');
  return isRead ? unreadRegions(services.value) : new Set();
}

/** Services of which a workspace can have several. */
const several: readonly Service[] = ['datastores', 'aml-registries'];

/** Returns a row for each chosen region, and one for another region if there can be several. */
function rowsOf(say: Say, state: WizardState, service: Service): RegionRow[] {
  const label = say(`region.${service}`);
  const regions = state.choices.serviceRegions.flatMap((one) => (one.service === service ? one.region : []));
  const none = service === 'aml-registries' ? say('region.none') : assumed(say, state);
  const first: RegionRow = { service, label, region: regions[0] ?? null, none };
  if (regions.length === 0 || !several.includes(service)) return [first];
  const others = [...regions.slice(1), null].map((region) => ({
    service,
    label: say('region.another', { service: label }),
    region,
    none: say('region.noOther'),
  }));
  return [first, ...others];
}

/** Describes the assumption until a region is chosen. */
function assumed(say: Say, state: WizardState): string {
  const network = chosenSubnet(state)?.network;
  const needed = network && neededRegions(network, planIn(state, null));
  const own = chosenWorkspace(state)?.location;
  const regions = needed?.known ? needed.regions : [own && regionOf(own)].filter((one) => one !== undefined);
  return regions.length === 0
    ? say('region.notChosen')
    : say('region.assumed', { regions: formatList(say, regions.map(formatRegion)) });
}

function optionsOf({ tags, choices }: WizardState): RegionsView['options'] {
  const chosen = choices.serviceRegions.map(({ region }) => region);
  const all = [...new Set([...(tags ? regionsIn(tags) : []), ...chosen])];
  const options = all.map((id) => ({ id, label: formatRegion(id) }));
  return options.sort((a, b) => a.label.localeCompare(b.label, 'en'));
}
