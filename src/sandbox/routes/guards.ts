import { failure } from '../failure-texts';
import { refusal, type Reply } from '../responses';
import type { Handler, RouteCall } from '../router';
import { groupId, sameText } from '../resource-id';
import { etagOf, type Item } from '../store';

/** Answers only where the subscription exists and may be read; the segment is named `subscription`. */
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
    ...world.settings.person,
    action: `${type}/read`,
    scope: scope || `/subscriptions/${subscriptionId}`,
  };
  return refusal(403, failure('authorizationFailed', values));
}

/** As `inSubscription`, and the resource group exists too; the segment is named `group`. */
export function inGroup(handle: Handler): Handler {
  return inSubscription((call) => {
    const id = groupId(call.param('subscription'), call.param('group'));
    if (call.world.resourceGroups.has(id.toLowerCase())) return handle(call);
    return refusal(404, failure('resourceGroupNotFound', { group: call.param('group') }));
  });
}

/** 412 where a condition header does not fit what is there. */
export function checkCondition({ request }: RouteCall, item: Item | undefined): Reply | undefined {
  const wanted = request.header('If-Match');
  if (request.header('If-None-Match') === '*' && item) {
    return refusal(412, failure('preconditionFailed', { etag: '*' }));
  }
  if (wanted === undefined || wanted === '') return undefined;
  const fits = item !== undefined && (wanted === '*' || wanted === etagOf(item));
  return fits ? undefined : refusal(412, failure('preconditionFailed', { etag: wanted }));
}

/** 429 while the provider still works on the same resource. */
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
