import { reason } from '../../../core/reason';
import { memberSymbol } from '../../evaluate/live-view';
import { objectValue, textValue, unknownValue } from '../../evaluate/make-value';
import { concatenateTexts } from '../../evaluate/symbols';
import { idBelow } from '../../evaluate/scopes/resource-id';
import type { UnknownValue, Value } from '../../evaluate/value';
import { identityOf } from '../../model/parts';
import type { TerraformResource } from '../terraform-resource';
import { argument } from './argument-table';
import { azapiShape } from './azapi-shape';
import { azurermTable } from './azurerm-tables';
import { subscriptionsOf, type SubscriptionOf } from './provider-subscriptions';
import type { ParentArguments } from './resource-table';

/** The parts of a resource's ID. */
interface Shape {
  /** ARM type. */
  readonly type: string;
  readonly parent?: ParentArguments;
}

const resourceGroup = 'microsoft.resources/resourcegroups';

/**
 * IDs of the resources of a configuration, and of the targets of its references. An ID isn't known before Azure assigns
 * it, but the resource that it belongs to is. It's identified by the reference first, then by name and resource group.
 */
export class ResourceIds {
  private readonly byAddress: ReadonlyMap<string, TerraformResource>;
  private readonly byName = new Map<string, TerraformResource[]>();
  private readonly ids = new Map<TerraformResource, Value>();
  private readonly subscription: SubscriptionOf;

  constructor(resources: readonly TerraformResource[]) {
    this.byAddress = new Map(resources.map((one) => [one.address, one]));
    this.subscription = subscriptionsOf(resources);
    for (const one of resources) {
      const key = nameKey(shapeOf(one)?.type, argument(one.values, 'name'));
      if (key === null) continue;
      const same = this.byName.get(key);
      if (same) same.push(one);
      else this.byName.set(key, [one]);
    }
  }

  /** Returns the ID of a resource. It's unknown for a type that isn't supported. */
  idOf(resource: TerraformResource): Value {
    const before = this.ids.get(resource);
    if (before) return before;
    // A resource that refers to itself as its parent doesn't have a parent.
    this.ids.set(resource, this.ownSymbol(resource, 'id'));
    const id = this.idFor(resource);
    this.ids.set(resource, id);
    return id;
  }

  /** Finds the resource at an address. If the index isn't known, returns any of its instances. */
  find(address: string): TerraformResource | undefined {
    return (
      this.byAddress.get(address) ??
      this.byAddress.get(address.replace(/\[[^[\]]*\]$/, '[*]')) ??
      this.byAddress.get(`${address}[*]`)
    );
  }

  /** Returns the name of a resource as a segment of its ID. */
  nameOf(resource: TerraformResource): Value {
    const name = argument(resource.values, 'name');
    if (name?.is === 'text') return name;
    return name?.is === 'unknown' && name.symbol !== null
      ? this.resolved(name)
      : this.ownSymbol(resource, 'name');
  }

  /** Replaces references in a value by the IDs and names that they refer to. */
  resolve(value: Value): Value {
    switch (value.is) {
      case 'unknown':
        return value.symbol === null ? value : this.resolved(value);
      case 'array':
        return { ...value, items: value.items.map((one) => this.resolve(one)) };
      case 'object': {
        const members = [...value.members].map(([name, one]) => [name, this.resolve(one)] as const);
        return { ...objectValue(new Map(members), value.from), rest: value.rest };
      }
      default:
        return value;
    }
  }

  private resolved(value: UnknownValue): Value {
    const { symbol, because, from } = value;
    if (symbol === null) return value;
    if (!symbol.includes('‹')) {
      const found = this.valueAt(symbol);
      if (found) return { ...found, from };
      return unknownValue(because, this.inText(symbol), from);
    }
    const text = symbol.replace(/‹([^‹›]+)›/g, (whole, inner: string) => {
      const found = this.valueAt(inner);
      return (found && identityOf(found)) ?? whole;
    });
    return text.includes('‹') ? unknownValue(because, text, from) : textValue(text, from);
  }

  /** Replaces a reference at the start of a longer text, such as an ID followed by `/subnets/training`. */
  private inText(symbol: string): string {
    const at = symbol.indexOf('.id/');
    const found = at < 0 ? undefined : this.valueAt(symbol.slice(0, at + 3));
    const id = found && identityOf(found);
    return id ? `${id}${symbol.slice(at + 3)}` : `‹${symbol.replaceAll('/', '∕')}›`;
  }

  /**
   * Resolves a traversal that ends with an attribute. Undefined if it doesn't refer to a resource of the configuration.
   */
  private valueAt(traversal: string): Value | undefined {
    return this.subscriptionAt(traversal) ?? this.firewallAddressAt(traversal) ?? this.attributeAt(traversal);
  }

  private firewallAddressAt(traversal: string): Value | undefined {
    const [, address] = /^(.+)\.ip_configuration(?:\[0\]|\[\*\])?\.private_ip_address$/.exec(traversal) ?? [];
    const publicIp = address === undefined ? undefined : this.find(address);
    return publicIp?.type === 'azurerm_firewall' ? this.addressOf(publicIp) : undefined;
  }

  private attributeAt(traversal: string): Value | undefined {
    const [, address = '', attribute] = /^(.+)\.(id|name)$/.exec(traversal) ?? [];
    // `output` of azapi contains the response of Azure.
    const resource = this.find(address) ?? this.find(address.replace(/\.output$/, ''));
    if (!resource) return undefined;
    return attribute === 'id' ? this.idOf(resource) : this.nameOf(resource);
  }

  private subscriptionAt(traversal: string): Value | undefined {
    const [, type, attribute] =
      /^(?:.+\.)?data\.(azurerm_subscription|azurerm_client_config)\.[^.]+\.(id|subscription_id)$/.exec(
        traversal,
      ) ?? [];
    if (type === undefined) return undefined;
    const id = this.subscription(null);
    if (attribute === 'subscription_id') return id;
    return type === 'azurerm_subscription' ? concatenateTexts(['/subscriptions/', id]) : undefined;
  }

  /** Returns the symbol of the address that Azure assigns to a firewall of the files. */
  private addressOf(firewall: TerraformResource): Value {
    const symbol = memberSymbol(identityOf(this.idOf(firewall)), 'properties');
    return unknownValue(
      reason('unknown.live'),
      symbol === null ? null : `${symbol}.ipConfigurations.0.properties.privateIPAddress`,
    );
  }

  private ownSymbol({ address }: TerraformResource, attribute: string): UnknownValue {
    const what = `${address}.${attribute}`;
    return unknownValue(reason('unknown.terraform.apply', { what }), `‹${what.replaceAll('/', '∕')}›`);
  }

  private idFor(resource: TerraformResource): Value {
    const id = argument(resource.values, 'id') ?? argument(resource.values, 'resource_id');
    if (id?.is === 'text' && id.value.startsWith('/')) return id;
    const shape = shapeOf(resource);
    return shape ? this.idIn(shape, resource) : this.ownSymbol(resource, 'id');
  }

  private idIn({ type, parent }: Shape, resource: TerraformResource): Value {
    const name = this.nameOf(resource);
    if (type.toLowerCase() === resourceGroup) {
      const subscription = this.subscription(resource.provider);
      return concatenateTexts(['/subscriptions/', subscription, '/resourceGroups/', name]);
    }
    if (!parent) return idBelow(this.groupOf(resource), type, [name]);
    const above = this.parentOf(resource, type, parent);
    const kinds = type.split('/');
    return kinds.length > 2 && parent.scope === undefined
      ? concatenateTexts([above, `/${kinds.at(-1) ?? ''}/`, name])
      : idBelow(above, type, [name]);
  }

  private parentOf(resource: TerraformResource, type: string, parent: ParentArguments): Value {
    const byId = argument(resource.values, parent.id ?? parent.scope ?? '');
    if (byId) return this.resolve(byId);
    const written = argument(resource.values, parent.name ?? '');
    if (!written) return this.ownSymbol(resource, 'parent_id');
    const parentType = type.split('/').slice(0, -1).join('/');
    const own = this.namedBy(written) ?? this.sameNamed(parentType, written, resource);
    if (own) return this.idOf(own);
    return idBelow(this.groupOf(resource), parentType, [this.segment(written, resource)]);
  }

  /** Finds the resource of an unknown name that is a reference to it. */
  private namedBy(name: Value): TerraformResource | undefined {
    if (name.is !== 'unknown' || name.symbol === null) return undefined;
    const [, address] = /^‹?(.+)\.(?:name|id)›?$/.exec(name.symbol) ?? [];
    return address === undefined ? undefined : this.find(address);
  }

  /** Finds the only resource of a type with a name, in the same resource group if that is known for both. */
  private sameNamed(type: string, name: Value, of: TerraformResource): TerraformResource | undefined {
    const found = this.byName.get(nameKey(type, name) ?? '') ?? [];
    const group = groupKey(of);
    const isSameGroup = (one: TerraformResource): boolean =>
      group !== null && groupKey(one) === group && one.provider === of.provider;
    const inGroup = found.filter(isSameGroup);
    if (inGroup.length > 0) return inGroup[0];
    const [only, ...others] = found.filter((one) => groupKey(one) === '' || group === '');
    return others.length > 0 ? undefined : only;
  }

  private segment(name: Value, resource: TerraformResource): Value {
    const own = this.resolve(name);
    return identityOf(own) === null ? this.ownSymbol(resource, 'name') : own;
  }

  private groupOf(resource: TerraformResource): Value {
    const byId = argument(resource.values, 'resource_group_id');
    if (byId) return this.resolve(byId);
    const name = argument(resource.values, 'resource_group_name');
    const subscription = [
      '/subscriptions/',
      this.subscription(resource.provider),
      '/resourceGroups/',
    ] as const;
    if (!name) return concatenateTexts([...subscription, this.ownSymbol(resource, 'resource_group_name')]);
    const own = this.namedBy(name) ?? this.groupNamed(name, resource.provider);
    return own ? this.idOf(own) : concatenateTexts([...subscription, this.segment(name, resource)]);
  }

  /**
   * Finds the resource group with a name and provider configuration. One of another configuration may be in another
   * subscription.
   */
  private groupNamed(name: Value, provider: string | null): TerraformResource | undefined {
    const all = this.byName.get(nameKey(resourceGroup, name) ?? '') ?? [];
    return all.find((one) => one.provider === provider);
  }
}

/** Returns the ARM type and parent of a resource, or undefined for a type that isn't related to networks. */
function shapeOf(resource: TerraformResource): Shape | undefined {
  return azurermTable(resource) ?? azapiShape(resource);
}

function nameKey(type: string | undefined, name: Value | undefined): string | null {
  const identity = name && identityOf(name);
  return type === undefined || !identity ? null : `${type} ${identity}`.toLowerCase();
}

/** Returns the key of a resource's resource group. Empty if it isn't set, and null if it isn't known. */
function groupKey({ values }: TerraformResource): string | null {
  const name = argument(values, 'resource_group_name');
  return name ? (identityOf(name)?.toLowerCase() ?? null) : '';
}
