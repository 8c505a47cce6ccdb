import type { ArmError } from './responses';
import { computeTexts } from './texts/compute-texts';
import type { FailureText } from './texts/failure-text';
import { managerTexts } from './texts/manager-texts';
import { networkTexts } from './texts/network-texts';

/** Every error text of the sandbox. A decoder of real messages may rely on the `seen` ones only. */
export const failureTexts = { ...managerTexts, ...networkTexts, ...computeTexts };

export type FailureKey = keyof typeof failureTexts;

/** The service's error for one entry of the table, with its values put in. */
export function failure(
  key: FailureKey,
  values: Readonly<Record<string, string | number>> = {},
  details: readonly ArmError[] = [],
): ArmError {
  const entry: FailureText = failureTexts[key];
  const message = entry.message.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
  return { code: entry.code, message, details };
}
