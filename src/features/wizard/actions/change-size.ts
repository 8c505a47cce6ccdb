import { AzureFailure } from '../../../azure/failure';
import type { StoredChoices } from '../../../contract/wizard/stored-choices';
import { offeredSizes } from '../selection';
import type { WizardContext } from '../context';
import { change } from './change';
import { changedOptions, type OptionFields } from './change-options';

export interface ChangedSizeFields extends OptionFields {
  readonly name?: string | undefined;
  readonly vmSize?: string | undefined;
  readonly minNodes?: number | undefined;
  readonly maxNodes?: number | undefined;
  readonly idleMinutes?: number | undefined;
  readonly priority?: 'Dedicated' | 'LowPriority' | undefined;
}

/** Changes fields of the size section as they're typed. Ignores invalid numbers. */
export function changeSize(context: WizardContext, fields: ChangedSizeFields): void {
  const patch: { -readonly [K in keyof StoredChoices]?: StoredChoices[K] } = {};
  if (fields.name !== undefined) patch.name = fields.name.trim();
  if (fields.vmSize !== undefined) patch.vmSize = offered(context, fields.vmSize);
  if (fields.priority !== undefined) patch.priority = fields.priority;
  patch.options = changedOptions(context, fields);
  patch.minNodes = validCount(fields.minNodes) ?? context.store.get().choices.minNodes;
  patch.maxNodes = validCount(fields.maxNodes) ?? context.store.get().choices.maxNodes;
  patch.idleMinutes = validCount(fields.idleMinutes) ?? context.store.get().choices.idleMinutes;
  change(context, patch);
}

function offered(context: WizardContext, name: string): string {
  const size = offeredSizes(context.store.get()).find((one) => one.name === name);
  if (!size) throw new AzureFailure('notFound');
  return size.name;
}

function validCount(value: number | undefined): number | undefined {
  return value !== undefined && Number.isInteger(value) && value >= 0 && value <= 100_000 ? value : undefined;
}
