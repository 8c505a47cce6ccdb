import { failure } from '../failure-texts';
import { checkGate } from '../governance/authorize-request';
import { refusal, type Reply } from '../responses';
import type { Handler, RouteCall } from '../router';
import { resourceGroupId, sameText } from '../resource-id';
import type { World } from '../settings';
import { etagOf, type Item } from '../store';

/** Runs a handler only if the subscription exists and is readable (segment `subscription`). */
export function inSubscription(handle: Handler): Handler {
  return (call) => {
    const id = call.param('subscription');
    const found = call.world.settings.subscriptions.find((entry) => sameText(entry.id, id));
    if (!found) return refusal(404, failure('subscriptionNotFound', { subscription: id }));
    return found.isHidden ? forbidden(call, id) : handle(call);
  };
}

function forbidden({ world, request }: RouteCall, subscriptionId: string): Reply {
  const at = request.segments.findIndex((segment) => sameText(segment, 'providers'));
  const type =
    at < 0 ? 'Microsoft.Resources/subscriptions' : request.segments.slice(at + 1, at + 3).join('/');
  const scope = `/${request.segments.join('/')}`;
  const values = {
    ...world.settings.user,
    action: `${type}/read`,
    scope: scope || `/subscriptions/${subscriptionId}`,
  };
  return refusal(403, failure('authorizationFailed', values));
}

/**
 * Like `inSubscription`, and the resource group must exist, too (segment `group`). A write must pass Resource Manager's
 * checks.
 */
export function withResourceGroup(handle: Handler): Handler {
  return inSubscription((call) => {
    const id = resourceGroupId(call.param('subscription'), call.param('group'));
    if (!call.world.resourceGroups.has(id.toLowerCase())) {
      return refusal(404, failure('resourceGroupNotFound', { group: call.param('group') }));
    }
    return checkGate(call.world, call.request) ?? handle(call);
  });
}

/** Returns 412 if a condition header doesn't match the existing resource. */
export function checkCondition({ request }: RouteCall, item: Item | undefined): Reply | undefined {
  const expectedEtag = request.header('If-Match');
  if (request.header('If-None-Match') === '*' && item) {
    return refusal(412, failure('preconditionFailed', { etag: '*' }));
  }
  if (expectedEtag === undefined || expectedEtag === '') return undefined;
  const fits = item !== undefined && (expectedEtag === '*' || expectedEtag === etagOf(item));
  return fits ? undefined : refusal(412, failure('preconditionFailed', { etag: expectedEtag }));
}

/** Returns 429 while the provider is still changing the same resource. */
export function checkBusy({ world, request }: RouteCall, item: Item | undefined): Reply | undefined {
  const running = item && world.operations.running(item.id);
  if (!running) return undefined;
  const uri = world.operations.headers(running, request.url.origin)['Azure-AsyncOperation'] ?? '';
  const retryAfter = world.operations.pace === 'instant' ? '0' : '1';
  return refusal(429, failure('anotherOperation', { uri }), { 'Retry-After': retryAfter });
}

export function notFound(item: {
  readonly type: string;
  readonly path: string;
  readonly group: string;
}): Reply {
  return refusal(
    404,
    failure('resourceNotFound', { resource: `${item.type}/${item.path}`, group: item.group }),
  );
}

/**
 * Runs a handler only if the scope exists and is readable: a subscription, a resource group, or a resource (`*scope`).
 */
export function inScope(handle: (call: RouteCall, scope: string) => Reply): Handler {
  return (call) => {
    const scope = call.param('scope');
    const [word = '', subscription = '', , group] = scope.split('/').slice(1);
    if (!sameText(word, 'subscriptions')) return refusal(404, failure('childNotFound', { id: scope }));
    const param = (name: string): string => ({ subscription, group: group ?? '' })[name] ?? call.param(name);
    return inSubscription(() => checkScope(call.world, scope) ?? handle(call, scope))({ ...call, param });
  };
}

function checkScope(world: World, scope: string): Reply | undefined {
  const group = /^\/subscriptions\/[^/]+\/resourceGroups\/([^/]+)/i.exec(scope);
  if (!group) return undefined;
  if (!world.resourceGroups.has(group[0].toLowerCase())) {
    return refusal(404, failure('resourceGroupNotFound', { group: group[1] ?? '' }));
  }
  const isResource = group[0].length < scope.length;
  return isResource && !world.store.get(scope)
    ? refusal(404, failure('childNotFound', { id: scope }))
    : undefined;
}
