import { textValue } from '../make-value';
import { concatenateTexts } from '../symbols';
import type { Value } from '../value';

/** Splits a name that can have several segments at each `/`. For an unknown name, splits its symbol. */
export function valueSegments(name: Value): readonly Value[] {
  if (name.is === 'text') return name.value.split('/').map((part) => textValue(part));
  if (name.is !== 'unknown' || name.symbol === null) return [name];
  const { because, symbol } = name;
  return symbol
    .split('/')
    .map((part): Value =>
      /[‹(]/.test(part) ? { is: 'unknown', because, symbol: part, from: null } : textValue(part),
    );
}

/** A resource group isn't a provider's resource, unless it is nested in another resource. */
function isGroupOf(base: Value, type: string): boolean {
  const written = base.is === 'text' ? base.value : base.is === 'unknown' ? base.symbol : null;
  const isGroup = type.toLowerCase() === 'microsoft.resources/resourcegroups';
  return isGroup && !(written ?? '').toLowerCase().includes('/resourcegroups/');
}

/** Builds `base/providers/Microsoft.Network/virtualNetworks/NAME/subnets/NAME`. */
export function idBelow(base: Value, type: string, names: readonly Value[]): Value {
  const [namespace = '', ...kinds] = type.split('/');
  if (isGroupOf(base, type)) return concatenateTexts([base, '/resourceGroups/', ...names]);
  const parts = kinds.flatMap((kind, index): readonly (string | Value)[] => {
    const name = names[index];
    return name === undefined ? [`/${kind}`] : [`/${kind}/`, name];
  });
  return concatenateTexts([base, `/providers/${namespace}`, ...parts]);
}
