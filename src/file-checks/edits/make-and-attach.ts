import type { FixStep } from '../../core/fix';
import { sameId } from '../../core/network/find';
import type { ResourceId } from '../../core/network/model';
import { insertBicepResource } from '../../documents/bicep/edits/insert-resource';
import type { TextEdit, Written } from '../../documents/edits/text-edit';
import type { DeclaredNetwork } from '../../documents/model/declared-network';
import { propertyOf, type DeclaredResource } from '../../documents/model/declared-resource';
import { partOf } from '../../documents/model/parts';
import type { Place } from '../../documents/source/place';
import type { Template } from '../../documents/template/template';
import { resourceOf } from '../resource-of';
import type { EditedFiles } from './edited-files';
import type { Insert } from './insert-entries';
import { attachedMember, madeResources, type Attach, type Create } from './made-resources';
import { regionExpression } from './region-expression';
import { symbolsIn } from './symbols';
import type { EntryStyle } from './written-entries';

/**
 * Declarations of what a fix makes, at the end of the Bicep file that declares the subnet, and the subnet naming them.
 * Undefined where that cannot be written: in ARM JSON, or where the subnet's properties are computed.
 */
export function makeAndAttach(
  declared: DeclaredNetwork,
  steps: readonly FixStep[],
  files: EditedFiles,
): readonly TextEdit[] | undefined {
  const creates = steps.filter((step): step is Create => step.do === 'create');
  const attaches = steps.filter((step): step is Attach => step.do === 'attach');
  const [subnetId] = attaches.flatMap(({ what, to }) => (what === 'publicIpAddress' ? [] : [to]));
  const site = subnetId === undefined ? undefined : siteOf(declared, subnetId, files);
  if (!site) return undefined;
  const inserts = steps.filter((step): step is Insert => step.do === 'insert');
  const style: EntryStyle = { describe: files.describe, regionExpression: site.regionExpression };
  const made = madeResources({ creates, attaches, inserts }, site, style);
  const toSubnet = attaches.filter(({ to }) => subnetId !== undefined && sameId(to, subnetId));
  const named = toSubnet.map(({ what, id }) => ({
    what,
    symbol: made.find((one) => sameId(one.id, id))?.symbol,
  }));
  if (named.some(({ symbol }) => symbol === undefined)) return undefined;
  const editor = files.editorOf(site.properties.file);
  return [
    ...named.flatMap(({ what, symbol }) =>
      what === 'publicIpAddress'
        ? []
        : (editor?.setMember(site.text, site.properties, {
            name: attachedMember[what],
            value: { id: { $expression: `${symbol ?? ''}.id` } },
          }) ?? []),
    ),
    ...insertBicepResource(site.text, site.properties.file, made),
  ];
}

interface Site {
  readonly text: string;
  /** The object literal of the subnet's properties. */
  readonly properties: Place;
  readonly location: Written;
  /** The region as the file computes it; null where it writes it out. */
  readonly regionExpression: string | null;
  readonly taken: ReadonlySet<string>;
}

function siteOf(declared: DeclaredNetwork, subnetId: ResourceId, files: EditedFiles): Site | undefined {
  const network = resourceOf(declared, subnetId.replace(/\/subnets\/[^/]*$/i, ''));
  const properties = propertiesOf(declared, subnetId);
  if (!network || !properties || !/\.bicep$/i.test(properties.file)) return undefined;
  const text = files.textOf(properties.file);
  const template = files.templateOf(properties.file);
  if (text === undefined || !template) return undefined;
  return {
    text,
    properties,
    ...locationIn(template, network, text),
    taken: symbolsIn(template),
  };
}

/** Where the subnet's own properties are written, as a resource or as an item of its network. */
function propertiesOf(declared: DeclaredNetwork, subnetId: ResourceId): Place | null {
  const own = resourceOf(declared, subnetId);
  if (own) return own.isExisting ? null : (partOf(own.body, 'properties')?.from ?? null);
  const network = resourceOf(declared, subnetId.replace(/\/subnets\/[^/]*$/i, ''));
  const subnets = network && propertyOf(network, 'subnets');
  const name = subnetId.slice(subnetId.lastIndexOf('/') + 1);
  const items = subnets?.is === 'array' ? subnets.items : [];
  const item = items.find((one) => {
    const its = partOf(one, 'name');
    return its?.is === 'text' && sameId(its.value, name);
  });
  return partOf(item, 'properties')?.from ?? null;
}

/** The network's own location as it is written where that can be said again, else the resource group's. */
function locationIn(
  template: Template,
  { place, body }: DeclaredResource,
  text: string,
): Pick<Site, 'location' | 'regionExpression'> {
  const expression = place.file === template.file ? regionExpression(template, place, text) : null;
  if (expression !== null) return { location: { $expression: expression }, regionExpression: expression };
  const written = partOf(body, 'location');
  if (written?.is === 'text' && written.from !== null) {
    return { location: written.value, regionExpression: null };
  }
  const own = 'resourceGroup().location';
  return { location: { $expression: own }, regionExpression: own };
}
