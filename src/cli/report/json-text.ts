import { displayJson } from '../../core/text/display-text';

/** `value` as JSON for people and programs; every character in it shows. */
export function reportJsonText(value: unknown): string {
  return displayJson(JSON.stringify(value, null, 2));
}
