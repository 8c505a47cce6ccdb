import type { ArmError } from './responses';
import { computeTexts } from './texts/compute-texts';
import type { FailureText } from './texts/failure-text';
import { managerTexts } from './texts/manager-texts';
import { networkTexts } from './texts/network-texts';

/** All error texts of the sandbox. Code that parses real messages can rely only on those marked `seen`. */
export const failureTexts = { ...managerTexts, ...networkTexts, ...computeTexts };

export type FailureKey = keyof typeof failureTexts;

/** Returns the service's error for an entry of the table, with its values inserted. */
export function failure(
  key: FailureKey,
  values: Readonly<Record<string, string | number>> = {},
  details: readonly ArmError[] = [],
): ArmError {
  const entry: FailureText = failureTexts[key];
  const message = entry.message.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
  return { code: entry.code, message, details };
}
