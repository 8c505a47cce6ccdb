import { known, mapKnown, unknown, valueOr, type Known } from '../../core/known';
import { kindOfType, traitsOf } from '../../core/compute-kinds';
import type { ManagedNetwork } from '../../core/plan';
import { reason } from '../../core/reason';
import type { SourceRange } from '../source/source-range';
import type { FileWorkspace, CheckedCompute } from '../subjects/subjects';
import { workspaceAccess } from './services/workspace-access';
import { displayName } from './display-name';
import { hasEndpointFor } from './to-private-endpoint';
import { propertyOf, type DeclaredResource } from './declared-resource';
import {
  flagPart,
  idPart,
  locationPart,
  numberPart,
  partOf,
  placeOfPart,
  referencePart,
  textPart,
} from './parts';

/** A compute resource that a file creates or attaches, and its place. */
export interface DeclaredCompute extends CheckedCompute {
  readonly place: SourceRange;
  readonly namePlace: SourceRange;
  /** The place of the subnet reference, or null if there is none. */
  readonly subnetPlace: SourceRange | null;
  /** The place of its maximum number of nodes, or null if there is none. */
  readonly maxNodesPlace: SourceRange | null;
}

/** A workspace of a file. */
export interface DeclaredWorkspace extends FileWorkspace {
  readonly place: SourceRange;
}

/**
 * Converts a compute resource of a file. Missing properties have Azure's defaults, such as a public IP address (model:
 * §4).
 */
export function toDeclaredCompute(resource: DeclaredResource): DeclaredCompute {
  const type = textPart(propertyOf(resource, 'computeType'), known(''));
  const its = (...path: readonly string[]) => propertyOf(resource, 'properties', ...path);
  const subnet = its('subnet');
  const kind = mapKnown(type, kindOfType);
  const isPersonal = kind.known && traitsOf(kind.value).isPersonal;
  return {
    id: resource.id,
    name: displayName(resource.name),
    givenName: resource.isNamed ? resource.name : null,
    kind,
    workspaceId: resource.id.replace(/\/computes\/[^/]*$/i, ''),
    subnetId: referencePart(subnet),
    location: locationPart(propertyOf(resource, 'computeLocation') ?? partOf(resource.body, 'location')),
    publicIp: flagPart(its('enableNodePublicIp'), known(true)),
    publicSsh: sshOf(isPersonal ? its('sshSettings', 'sshPublicAccess') : its('remoteLoginPortPublicAccess')),
    minNodes: isPersonal ? known(1) : numberPart(its('scaleSettings', 'minNodeCount'), known(0)),
    maxNodes: isPersonal ? known(1) : numberPart(its('scaleSettings', 'maxNodeCount'), known(1)),
    place: resource.place,
    namePlace: resource.namePlace,
    subnetPlace: placeOfPart(partOf(subnet, 'id')) ?? placeOfPart(subnet),
    maxNodesPlace: placeOfPart(its('scaleSettings', 'maxNodeCount')),
  };
}

/**
 * Returns the serverless compute of a workspace that sets a subnet for it. Without a subnet, it's in a Microsoft
 * network.
 */
export function toDeclaredServerless(workspace: DeclaredResource): readonly DeclaredCompute[] {
  const its = (member: string) => propertyOf(workspace, 'serverlessComputeSettings', member);
  const subnet = its('serverlessComputeCustomSubnet');
  if (workspace.isExisting || subnet === undefined) return [];
  const noPublicIp = flagPart(its('serverlessComputeNoPublicIP'), known(false));
  return [
    {
      id: `${workspace.id}/serverless`,
      name: displayName(workspace.name),
      givenName: null,
      kind: known('serverless'),
      workspaceId: workspace.id,
      subnetId: idPart(subnet),
      publicIp: mapKnown(noPublicIp, (value) => !value),
      publicSsh: known(false),
      minNodes: known(0),
      maxNodes: known(0),
      place: workspace.place,
      namePlace: workspace.namePlace,
      subnetPlace: placeOfPart(subnet),
      maxNodesPlace: null,
    },
  ];
}

function sshOf(part: ReturnType<typeof partOf>): Known<boolean> {
  const word = textPart(part, known('NotSpecified'));
  return word.known ? known(word.value.toLowerCase() === 'enabled') : word;
}

const modes: Readonly<Record<string, ManagedNetwork>> = {
  disabled: 'disabled',
  allowinternetoutbound: 'allow-internet-outbound',
  allowonlyapprovedoutbound: 'allow-only-approved-outbound',
};

/** Converts a workspace of a file, with the private endpoint that the same file creates for it. */
export function toDeclaredWorkspace(
  resource: DeclaredResource,
  endpoints: readonly DeclaredResource[],
): DeclaredWorkspace {
  const not = unknown(reason('terminal.notInFiles', { name: resource.name }));
  const mode = textPart(propertyOf(resource, 'managedNetwork', 'isolationMode'), known('Disabled'));
  return {
    id: resource.id,
    name: displayName(resource.name),
    location: locationPart(partOf(resource.body, 'location')),
    hasPrivateEndpoint: hasEndpointFor(endpoints, resource.id) ?? unknown(reason('terminal.noEndpoints')),
    managedNetwork: modeOf(mode),
    managedNetworkSetUp: not,
    highBusinessImpact: flagPart(propertyOf(resource, 'hbiWorkspace'), known(false)),
    access: workspaceAccess(resource),
    hubId: valueOr(idPart(propertyOf(resource, 'hubResourceId')), null),
    place: resource.place,
  };
}

function modeOf(mode: Known<string>): Known<ManagedNetwork> {
  if (!mode.known) return mode;
  const found = modes[mode.value.toLowerCase()];
  return found === undefined ? unknown(reason('document.notAWord', { word: mode.value })) : known(found);
}
