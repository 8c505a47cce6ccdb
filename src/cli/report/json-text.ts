import { displayJson } from '../../core/text/display-text';

/** Writes `value` as JSON for people and programs. Every character in it is visible. */
export function reportJsonText(value: unknown): string {
  return displayJson(JSON.stringify(value, null, 2));
}
