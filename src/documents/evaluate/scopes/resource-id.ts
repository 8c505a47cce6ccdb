import { textValue } from '../make-value';
import { concatenateTexts } from '../symbols';
import type { Value } from '../value';

/** The parts of a name that may hold several, one for each `/`; of one that is not known, those of its symbol. */
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

/** A resource group is no resource of a provider, unless it stands inside another one. */
function isGroupOf(base: Value, type: string): boolean {
  const written = base.is === 'text' ? base.value : base.is === 'unknown' ? base.symbol : null;
  const isGroup = type.toLowerCase() === 'microsoft.resources/resourcegroups';
  return isGroup && !(written ?? '').toLowerCase().includes('/resourcegroups/');
}

/** `base/providers/Microsoft.Network/virtualNetworks/NAME/subnets/NAME`. */
export function idBelow(base: Value, type: string, names: readonly Value[]): Value {
  const [namespace = '', ...kinds] = type.split('/');
  if (isGroupOf(base, type)) return concatenateTexts([base, '/resourceGroups/', ...names]);
  const parts = kinds.flatMap((kind, index): readonly (string | Value)[] => {
    const name = names[index];
    return name === undefined ? [`/${kind}`] : [`/${kind}/`, name];
  });
  return concatenateTexts([base, `/providers/${namespace}`, ...parts]);
}
