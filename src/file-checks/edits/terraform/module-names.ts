import { attributeOf, type HclBlock, type HclExpression } from '../../../documents/hcl/hcl-syntax';
import { referenceText } from '../../../documents/terraform/reference-text';
import type { TerraformAnalysis } from '../../terraform-root';
import type { LocalOf } from './loop-item';

type Syntax = Pick<TerraformAnalysis, 'syntax'>;

/** Returns the blocks of all files in the folder of a file, which form one module. */
export function blocksOfModule(file: string, { syntax }: Syntax): readonly HclBlock[] {
  const folder = moduleFolderOf(file);
  return [...syntax].flatMap(([name, { body }]) => (moduleFolderOf(name) === folder ? body.blocks : []));
}

export function moduleFolderOf(file: string): string {
  return file.slice(0, file.lastIndexOf('/') + 1);
}

/** Returns a lookup of the module's local values. */
export function localIn(file: string, terraform: Syntax): LocalOf {
  const locals = new Map<string, HclExpression>();
  for (const { type, body } of blocksOfModule(file, terraform)) {
    if (type !== 'locals') continue;
    for (const { name, value } of body.attributes) locals.set(name, value);
  }
  return (name) => locals.get(name);
}

interface Labeled {
  readonly type: string;
  readonly file: string;
  readonly terraform: Syntax;
  /** Labels that are assigned at the same time. */
  readonly used?: ReadonlySet<string>;
}

/** Returns the label of a resource of a type, and those of removed resources in `moved` and `removed` blocks. */
function labelsIn(block: HclBlock, type: string): readonly string[] {
  const { labels } = block;
  const isMovedOrRemoved = block.type === 'moved' || block.type === 'removed';
  const [first, name] = isMovedOrRemoved ? movedAddress(block) : labels.map(({ text }) => text);
  return first === type && name !== undefined ? [name] : [];
}

function movedAddress({ body }: HclBlock): readonly string[] {
  const from = attributeOf(body, 'from')?.value;
  return from ? referenceText(from).split(/[.[]/) : [];
}

/** Converts `Allow-AzureML` to `allow_azureml`, with a number if the module already has that label. */
export function freeLabel(name: string, { type, file, terraform, used = new Set() }: Labeled): string {
  const usedLabels = new Set(blocksOfModule(file, terraform).flatMap((block) => labelsIn(block, type)));
  const words = (name.toLowerCase().match(/[a-z0-9]+/g) ?? []).join('_');
  const base = /^[a-z]/.test(words) ? words : `new_${words}`;
  for (let n = 1; ; n += 1) {
    const label = n === 1 ? base : `${base}_${String(n)}`;
    if (!usedLabels.has(label) && !used.has(label)) return label;
  }
}
