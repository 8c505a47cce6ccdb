import { known, type Known } from '../../core/known';
import { nameOf } from '../../core/network/find';
import type { ResourceId } from '../../core/network/model';
import type { Monitoring, PrivateLinkScope } from '../../core/services/services';
import { listAt, textAt, type JsonObject } from '../json';
import { unreadMember } from '../network/unreadable';

/** Returns the private link scopes of a component. */
export function scopeIdsOf(body: JsonObject): readonly ResourceId[] {
  const scoped = listAt(body, 'properties', 'PrivateLinkScopedResources').flatMap(
    (one) => textAt(one, 'ResourceId') ?? [],
  );
  return scoped.map((one) => one.replace(/\/scopedResources\/[^/]+$/i, ''));
}

/** Converts a component with its scopes. */
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
    return text === undefined ? unreadMember(name) : known(text);
  };
  return { name, ingestion: mode('ingestionAccessMode'), query: mode('queryAccessMode') };
}
