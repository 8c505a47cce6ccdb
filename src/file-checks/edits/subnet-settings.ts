import { nameOf, sameId } from '../../core/network/find';
import type { ResourceId } from '../../core/network/model';
import { reason } from '../../core/reason';
import type { SubnetSettings } from '../../core/resource-change';
import type { WrittenValue } from '../../documents/edits/text-edit';
import type { DeclaredNetwork } from '../../documents/model/declared-network';
import type { FileCheck, SubjectCheck } from '../check-files';
import type { EditedFiles } from './edited-files';
import type { FixCandidate } from './fix-candidate';
import { editAt, notWritable, type FixEdits } from './fix-edits';
import { partOf } from '../../documents/model/parts';
import { setInTerraformSubnet } from './terraform/set-in-terraform-subnet';
import { declaredSubnetProperties } from './subnet-properties';

/** A property of a subnet, and its new value. */
interface Setting {
  readonly subnetId: ResourceId;
  readonly property: keyof SubnetSettings;
  readonly value: WrittenValue;
  /** True to add to an existing list. False to replace the value. */
  readonly isAdded: boolean;
}

/** Returns candidates that fix a requirement with one property of a subnet. They're only tested on the files. */
export function settingCandidates(
  check: FileCheck,
  subject: SubjectCheck,
  requirement: string,
): readonly FixCandidate[] {
  return (settings[requirement]?.(check, subject) ?? []).map((setting) => ({
    fix: {
      changes: [],
      effect: 'none',
      opens: [],
      closes: [],
      notes: [],
      title: titleOf(setting),
      setsIn: setting.subnetId,
    },
    write: (declared, files) => writeSetting(declared, setting, files),
  }));
}

type Settings = (check: FileCheck, subject: SubjectCheck) => readonly Setting[];

const settings: Readonly<Record<string, Settings>> = {
  'pe-network-policies-workspace': policiesOff,
  'exfil-service-endpoint-policy': (_check, { subnet }) => [
    {
      subnetId: subnet.id,
      property: 'serviceEndpoints',
      value: { service: 'Microsoft.Storage' },
      isAdded: true,
    },
  ],
};

/** True for a requirement that one property of a subnet may fix. */
export function isOfSetting(requirement: string): boolean {
  return Object.hasOwn(settings, requirement);
}

/** Turns off network policies in the subnet of the workspace's private endpoint. */
function policiesOff({ declared }: FileCheck, { plan }: SubjectCheck): readonly Setting[] {
  const workspace = plan.workspace.known ? plan.workspace.value.id : null;
  const { privateEndpoints } = declared.model;
  const homes = (privateEndpoints.known ? privateEndpoints.value : [])
    .filter(({ targetId }) => workspace !== null && sameId(targetId, workspace))
    .map(({ subnetId }) => subnetId);
  return [...new Set(homes)].map((subnetId) => ({
    subnetId,
    property: 'privateEndpointNetworkPolicies',
    value: 'Disabled',
    isAdded: false,
  }));
}

function titleOf({ subnetId, property, value, isAdded }: Setting) {
  const name = nameOf(subnetId);
  const text = isAdded ? serviceOf(value) : String(value);
  return reason(isAdded ? 'file.title.addTo' : 'file.title.setTo', { property, value: text, name });
}

function serviceOf(value: WrittenValue): string {
  return typeof value === 'object' && value !== null && 'service' in value ? String(value['service']) : '';
}

function writeSetting(
  declared: DeclaredNetwork,
  { subnetId, property, value, isAdded }: Setting,
  files: EditedFiles,
): FixEdits {
  if (files.terraform) {
    const after = isAdded ? [serviceOf(value)] : String(value);
    return setInTerraformSubnet(declared, { id: subnetId, property, before: undefined, after }, files);
  }
  const properties = declaredSubnetProperties(declared, subnetId);
  if (properties?.is !== 'object' || !properties.from) {
    return notWritable('file.fix.computedSubnet', { name: nameOf(subnetId) });
  }
  const list = isAdded ? partOf(properties, property) : undefined;
  if (list?.is === 'array' && list.from) {
    return editAt(list.from, files, (editor, text, place) => editor.insertItems(text, place, [value]));
  }
  return editAt(properties.from, files, (editor, text, place) =>
    editor.setMember(text, place, { name: property, value: isAdded ? [value] : value }),
  );
}
