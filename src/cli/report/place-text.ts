import { displayText } from '../../core/text/display-text';
import type { FilePlace } from '../source';

/**
 * Formats `main.bicep:12:3`, which editors and terminals can open. The JSON of a plan is one line, so its resources are
 * named.
 */
export function placeText({ file, line, column, address }: FilePlace): string {
  const resource = address !== undefined && isPlan(file) ? ` ${displayText(address)}` : '';
  return `${displayText(file)}:${line}:${column}${resource}`;
}

/** True for a Terraform plan or state, among files whose resources have addresses. */
function isPlan(file: string): boolean {
  return /\.json$/i.test(file) && !/\.tf\.json$/i.test(file);
}
