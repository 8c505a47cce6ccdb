/** The parts of an ARM resource ID. `type` and `name` belong to the last segment pair. */
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
  const match = /^\/?subscriptions\/([^/]+)\/resourceGroups\/([^/]+)\/providers\/([^/]+)\/(.+?)\/?$/i.exec(
    id,
  );
  const [, subscriptionId, resourceGroup, provider, path] = match ?? [];
  if (!subscriptionId || !resourceGroup || !provider || !path) return undefined;
  const segments = path.split('/');
  if (segments.length % 2 === 1) return undefined;
  const types = segments.filter((_, index) => index % 2 === 0);
  const parentId = segments.length > 2 ? id.split('/').slice(0, -2).join('/') : undefined;
  return {
    subscriptionId,
    resourceGroup,
    provider,
    type: [provider, ...types].join('/'),
    name: segments.at(-1) ?? '',
    parentId,
  };
}

export function resourceGroupId(subscriptionId: string, resourceGroup: string): string {
  return `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroup}`;
}
