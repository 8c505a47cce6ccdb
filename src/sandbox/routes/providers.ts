import { failure } from '../failure-texts';
import { isAlwaysRegistered, servedTypes, type RegistrationState } from '../governance/providers';
import type { BodyJson, BodyObject } from '../body-json';
import { ok, listPageReply, refusal, type Reply } from '../responses';
import { defineRoute, type Handler, type RequestRoute, type RouteCall } from '../router';
import { sameText } from '../resource-id';
import { inSubscription } from './guards';

const list = '/subscriptions/:subscription/providers';

/** Routes for resource providers of a subscription and their registration. */
export const providerRoutes: readonly RequestRoute[] = [
  defineRoute(`GET ${list}`, inSubscription(listProviders)),
  defineRoute(
    `GET ${list}/:namespace`,
    inSubscription(ofProvider(({ call, name }) => ok(shown(call, name)))),
  ),
  defineRoute(
    `POST ${list}/:namespace/register`,
    inSubscription(ofProvider(changeTo('Registering', 'Registered'))),
  ),
  defineRoute(
    `POST ${list}/:namespace/unregister`,
    inSubscription(ofProvider(changeTo('Unregistering', 'Unregistered'))),
  ),
];

/** Seconds of a registration at lifelike pace. */
const seconds = 3;

interface ProviderCall {
  readonly call: RouteCall;
  /** Namespace as Azure spells it. */
  readonly name: string;
}

function ofProvider(handle: (provider: ProviderCall) => Reply): Handler {
  return (call) => {
    const namespace = call.param('namespace');
    const name = Object.keys(servedTypes).find((one) => sameText(one, namespace));
    return name === undefined
      ? refusal(404, failure('namespaceUnknown', { namespace }))
      : handle({ call, name });
  };
}

function changeTo(...[during, after]: [RegistrationState, RegistrationState]) {
  return ({ call, name }: ProviderCall): Reply => {
    const { world, param } = call;
    const subscription = param('subscription');
    const verb = during === 'Registering' ? 'register' : 'unregister';
    const refused = world.access.check('action', `/subscriptions/${subscription}`, `${name}/${verb}`);
    if (refused) return refused;
    world.governance.registrations.set(subscription, name, during);
    world.operations.after(seconds, () => world.governance.registrations.set(subscription, name, after));
    return ok(shown(call, name));
  };
}

function listProviders(call: RouteCall): Reply {
  const all = Object.keys(servedTypes).map((name) => shown(call, name));
  return listPageReply(all, { url: call.request.url, size: call.world.settings.pageSize });
}

function shown({ world, param }: RouteCall, name: string): BodyObject {
  const subscription = param('subscription');
  const locations = world.settings.regions.map((region) => region.displayName);
  return {
    id: `/subscriptions/${subscription}/providers/${name}`,
    namespace: name,
    registrationPolicy: isAlwaysRegistered(name) ? 'RegistrationFree' : 'RegistrationRequired',
    registrationState: world.governance.registrations.stateOf(subscription, name),
    resourceTypes: (servedTypes[name] ?? []).map((resourceType): BodyJson => ({
      resourceType,
      locations,
      apiVersions: ['2024-05-01'],
      capabilities: 'None',
    })),
  };
}
