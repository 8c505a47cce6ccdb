import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fixtureFolder } from '../support/bicep-fixtures';

/** Network security groups with their rules, repeated with different names. */
export function largeBicep(length: number): string {
  const text = readFileSync(join(fixtureFolder, 'resources', 'plain.bicep'), 'utf8');
  const copies = Math.ceil(length / text.length);
  return Array.from({ length: copies }, (_, at) =>
    text.replaceAll(/^(resource|param|var|output) (\w+)/gm, `$1 $2${at}`),
  )
    .join('\n')
    .slice(0, length);
}
