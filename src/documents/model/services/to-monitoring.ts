import { known, mapKnown } from '../../../core/known';
import { nameOf, sameId } from '../../../core/network/find';
import type { Monitoring, PrivateLinkScope } from '../../../core/services/services';
import type { DeclaredIndex } from '../declared-index';
import { propertyOf, type DeclaredResource } from '../declared-resource';
import { idPart, textPart } from '../parts';
import { displayName } from '../display-name';

const type = 'microsoft.insights/privatelinkscopes';

/** Application insights of a file, with the private link scopes in which files let them take part. */
export function toDeclaredMonitoring(component: DeclaredResource, index: DeclaredIndex): Monitoring {
  const scoped = index.of(`${type}/scopedresources`).filter((one) => {
    const linked = idPart(propertyOf(one, 'linkedResourceId'));
    return !one.isExisting && linked.known && linked.value !== null && sameId(linked.value, component.id);
  });
  const doubt = scoped.find(({ isDeployed }) => !isDeployed.known)?.isDeployed;
  const scopes = scoped.map((one) => toScope(one.id.replace(/\/scopedResources\/[^/]*$/i, ''), index));
  return {
    name: displayName(component.name),
    isWorkspaceBased: mapKnown(
      idPart(propertyOf(component, 'WorkspaceResourceId')),
      (workspace) => workspace !== null,
    ),
    scopes: doubt && !doubt.known ? doubt : known(scopes),
  };
}

function toScope(id: string, index: DeclaredIndex): PrivateLinkScope {
  const scope = index.made(id);
  // Both modes are open unless a scope says otherwise (private link scope reference, 2021-07-01-preview).
  const mode = (member: string) =>
    scope.known ? textPart(propertyOf(scope.value, 'accessModeSettings', member), known('Open')) : scope;
  return {
    name: displayName(nameOf(id)),
    ingestion: mode('ingestionAccessMode'),
    query: mode('queryAccessMode'),
  };
}
