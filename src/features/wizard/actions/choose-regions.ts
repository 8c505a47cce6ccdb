import type { StoredChoices } from '../../../contract/wizard/stored-choices';
import type { WizardContext } from '../context';
import { renewRows } from '../recheck-rows';
import { change } from './change';

interface RegionChoice {
  readonly service: StoredChoices['serviceRegions'][number]['service'];
  readonly regions: readonly string[];
}

/** Where a service of the workspace is, as the person knows it; what Azure gives holds instead. */
export function chooseRegions(context: WizardContext, { service, regions }: RegionChoice): void {
  const others = context.store.get().choices.serviceRegions.filter((one) => one.service !== service);
  const chosen = [...new Set(regions)].map((region) => ({ service, region }));
  change(context, { serviceRegions: [...others, ...chosen] });
  context.store.set({ preview: null });
  renewRows(context);
}
