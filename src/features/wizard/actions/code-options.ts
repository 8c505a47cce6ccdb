import type { StoredChoices } from '../../../contract/wizard/stored-choices';
import type { FixOptions } from '../../../checks/fixes/fix-options';

type StoredFixOptions = StoredChoices['fixOptionsInCode'];

/** Adds the user's options for fixes that go into the code, as stored between windows. */
export function storeCodeOptions(
  kept: StoredFixOptions,
  ids: readonly string[],
  options: FixOptions,
): StoredFixOptions {
  const { alternative, includeOthers = false, deniesOtherOutbound = false, entries } = options;
  const storedOptions = {
    ids: [...ids],
    ...(alternative
      ? {
          alternative: {
            rules: alternative.rules,
            ...(alternative.gateway === undefined ? {} : { gateway: alternative.gateway }),
          },
        }
      : {}),
    includeOthers,
    deniesOtherOutbound,
    entries: [...(entries ?? [])].map(([key, entry]) => ({ key, ...entry })),
  };
  return [...kept, storedOptions];
}

/** Returns the fix options for a set of requirements; empty without choices. */
export function codeOptionsFor(kept: StoredFixOptions, ids: readonly string[]): FixOptions {
  const found = kept.find((one) => ids.some((id) => one.ids.includes(id)));
  if (!found) return {};
  const { alternative, includeOthers, deniesOtherOutbound, entries } = found;
  return {
    ...(alternative
      ? {
          alternative: {
            rules: alternative.rules,
            ...(alternative.gateway === undefined ? {} : { gateway: alternative.gateway }),
          },
        }
      : {}),
    includeOthers,
    ...(deniesOtherOutbound ? { deniesOtherOutbound } : {}),
    entries: new Map(entries.map(({ key, ...entry }) => [key, entry])),
  };
}

export function withoutCodeOptions(kept: StoredFixOptions, id: string): StoredFixOptions {
  return kept
    .map((one) => ({ ...one, ids: one.ids.filter((other) => other !== id) }))
    .filter((one) => one.ids.length > 0);
}
