import { displayText } from '../../core/text/display-text';
import type { FilePlace } from '../source';

/** `main.bicep:12:3`: editors and terminals open it. */
export function placeText({ file, line, column }: FilePlace): string {
  return `${displayText(file)}:${line}:${column}`;
}
