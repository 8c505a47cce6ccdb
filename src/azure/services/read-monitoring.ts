import { known, type Known } from '../../core/known';
import { nameOf } from '../../core/network/find';
import type { ResourceId } from '../../core/network/model';
import type { Monitoring, PrivateLinkScope } from '../../core/services/services';
import type { Asker } from '../governance/asker';
import { listAt, textAt, type JsonObject } from '../json';
import { knownPart } from '../known-part';
import { sendRaw, urlOf } from '../raw-request';
import { componentApiVersion, linkScopeApiVersion } from './api-versions';
import { notRead } from '../network/unreadable';

/** Application insights of a workspace, and the private link scopes that they take part in. */
export async function readMonitoring(asker: Asker, id: ResourceId): Promise<Monitoring> {
  const body = await read(asker, id, componentApiVersion);
  const ids = scopeIdsOf(body);
  const scopes = await Promise.all(
    ids.map(async (scope) =>
      toScope(scope, await knownPart(scope, () => read(asker, scope, linkScopeApiVersion))),
    ),
  );
  return toMonitoring(body, scopes);
}

async function read({ sender, endpoint, signal }: Asker, id: string, version: string): Promise<JsonObject> {
  return (await sendRaw(sender, { url: urlOf(endpoint, id, version), signal })).body;
}

/** Private link scopes that a component takes part in. */
export function scopeIdsOf(body: JsonObject): readonly ResourceId[] {
  const scoped = listAt(body, 'properties', 'PrivateLinkScopedResources').flatMap(
    (one) => textAt(one, 'ResourceId') ?? [],
  );
  return scoped.map((one) => one.replace(/\/scopedResources\/[^/]+$/i, ''));
}

/** A component's body with its scopes. */
export function toMonitoring(body: JsonObject, scopes: readonly PrivateLinkScope[]): Monitoring {
  return {
    name: textAt(body, 'name') ?? '',
    isWorkspaceBased: known((textAt(body, 'properties', 'WorkspaceResourceId') ?? '') !== ''),
    scopes: known(scopes),
  };
}

export function toScope(id: ResourceId, body: Known<JsonObject>): PrivateLinkScope {
  const name = nameOf(id);
  const mode = (member: string): Known<string> => {
    if (!body.known) return body;
    const text = textAt(body.value, 'properties', 'accessModeSettings', member);
    return text === undefined ? notRead(name) : known(text);
  };
  return { name, ingestion: mode('ingestionAccessMode'), query: mode('queryAccessMode') };
}
