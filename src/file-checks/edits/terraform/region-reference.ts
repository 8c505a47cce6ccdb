import { attributeOf } from '../../../documents/hcl/hcl-syntax';
import { referenceText } from '../../../documents/terraform/reference-text';
import { valueInHcl } from '../../../documents/hcl/hcl-text';
import type { EditedFiles } from '../edited-files';
import { splitRegionalTag } from '../written-entries';
import type { DeclaredBlock } from './declared-block';

/** A variable or local value that a resource uses as its location. */
export interface RegionReference {
  /** `var.location` */
  readonly reference: string;
  /** `westeurope` */
  readonly value: string;
}

/**
 * Returns the variable or local value of a block's location, if a service tag can use it after the dot. A region with
 * spaces, such as `West Europe`, isn't valid in a tag.
 */
export function regionReference(
  { resource, block }: Pick<DeclaredBlock, 'resource' | 'block'>,
  { terraform }: Pick<EditedFiles, 'terraform'>,
): RegionReference | undefined {
  const stated = attributeOf(block.body, 'location')?.value;
  const reference = stated ? referenceText(stated) : '';
  if (!/^(?:var|local)\.[\w-]+$/.test(reference)) return undefined;
  const { file, start } = resource.place;
  const created =
    terraform?.resources.filter(({ place }) => place.file === file && place.start === start) ?? [];
  const values = new Set(
    created.map(({ values: { members } }) => {
      const location = members.get('location');
      return location?.is === 'text' && /^[A-Za-z0-9]+$/.test(location.value) ? location.value : null;
    }),
  );
  const [value, ...others] = values;
  return typeof value === 'string' && others.length === 0 ? { reference, value } : undefined;
}

/** Writes a value. A tag of the parent's region uses the parent's reference: `"Storage.${var.location}"`. */
export function regionalValue(
  value: string | number | readonly string[],
  region: RegionReference | undefined,
): string {
  if (typeof value === 'object') return `[${value.map((one) => regionalValue(one, region)).join(', ')}]`;
  const parts = typeof value === 'string' && region ? splitRegionalTag(value) : undefined;
  const isOwn = parts?.region.toLowerCase() === region?.value.toLowerCase();
  return parts && region && isOwn ? `"${parts.tag}.\${${region.reference}}"` : valueInHcl(value);
}
