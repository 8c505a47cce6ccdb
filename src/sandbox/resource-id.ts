/** The parts of an ARM resource id. `type` and `name` belong to the last segment pair. */
export interface ResourceIdParts {
  readonly subscriptionId: string;
  readonly resourceGroup: string;
  readonly provider: string;
  readonly type: string;
  readonly name: string;
  readonly parentId: string | undefined;
}

export function sameText(left: string, right: string): boolean {
  return left.toLowerCase() === right.toLowerCase();
}

/** Splits `/subscriptions/…/resourceGroups/…/providers/Namespace/type/name[/childType/child…]`. */
export function parseResourceId(id: string): ResourceIdParts | undefined {
  const segments = id.split('/').filter((segment) => segment !== '');
  const [subscriptions, subscriptionId, groups, resourceGroup, providers, provider, ...rest] = segments;
  if (!subscriptionId || !resourceGroup || !provider || rest.length < 2 || rest.length % 2 === 1)
    return undefined;
  if (!sameText(subscriptions ?? '', 'subscriptions') || !sameText(groups ?? '', 'resourceGroups'))
    return undefined;
  if (!sameText(providers ?? '', 'providers')) return undefined;
  const types = rest.filter((_, index) => index % 2 === 0);
  const parentId = rest.length > 2 ? `/${segments.slice(0, -2).join('/')}` : undefined;
  const name = rest.at(-1) ?? '';
  return { subscriptionId, resourceGroup, provider, type: [provider, ...types].join('/'), name, parentId };
}

export function groupId(subscriptionId: string, resourceGroup: string): string {
  return `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroup}`;
}
