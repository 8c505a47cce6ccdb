import { isList, type TemplateResource, type TemplateValue } from '../template';
import type { WrittenSubnet } from '../fix-entries';
import type { WrittenBlock, HclValue } from './hcl-text';
import { snakeCase, terraformType, type TerraformScope } from './terraform-scope';

/** Context for writing blocks. */
export interface BlockContext {
  readonly scope: TerraformScope;
  /** Changes of the subnet by the fixes; null without changes. */
  readonly subnet: WrittenSubnet | null;
  /** Names of variables that contain a secret. */
  readonly secrets: ReadonlySet<string>;
  /** Comment that explains why an instance isn't an azurerm resource. */
  readonly ofInstance: string;
}

export const emptyScope: TerraformScope = {
  resources: [],
  existing: [],
  modules: new Map(),
  addresses: new Map(),
};

export function blockHead(
  one: TemplateResource,
  scope: TerraformScope,
): Pick<WrittenBlock, 'head' | 'comment'> {
  return { head: headOf(addressOf(one, scope)), comment: one.comment };
}

export function headOf(address: string): string {
  const [type = '', name = ''] = address.split('.');
  return `resource "${type}" "${name}"`;
}

export function addressOf(one: TemplateResource, { addresses }: TerraformScope): string {
  return addresses.get(one.symbol) ?? `${terraformType(one)}.${snakeCase(one.symbol)}`;
}

export function defined(values: Readonly<Record<string, HclValue | undefined>>): WrittenBlock['values'] {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

export function isObject(value: TemplateValue): value is Extract<TemplateValue, { readonly is: 'object' }> {
  return typeof value === 'object' && !isList(value) && value.is === 'object';
}

export function isParameter(
  value: TemplateValue,
): value is Extract<TemplateValue, { readonly is: 'parameter' }> {
  return typeof value === 'object' && !isList(value) && value.is === 'parameter';
}

export function isCode(value: HclValue): value is Extract<HclValue, { readonly is: 'code' }> {
  return typeof value === 'object' && 'is' in value && value.is === 'code';
}
