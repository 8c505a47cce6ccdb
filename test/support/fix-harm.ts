import { compareSubnets, type SubnetComparison } from '../../src/checks/compare-subnets';
import { planForSubnet } from '../../src/checks/target';
import { parseAddressSet } from '../../src/core/addresses/address-set';
import { isSubset } from '../../src/core/addresses/interval-algebra';
import { contains, type IntervalSet } from '../../src/core/addresses/interval-set';
import { parseIpv4 } from '../../src/core/addresses/ipv4';
import { parsePorts } from '../../src/core/addresses/ports';
import { permissionsOf } from '../../src/core/fix-permissions';
import { known, valueOr } from '../../src/core/known';
import { nameOf, sameId } from '../../src/core/network/find';
import type { Direction, NetworkModel, ResourceId } from '../../src/core/network/model';
import type { FlowChange } from '../../src/core/reach/compare';
import { associationsOf, type ResourceChange } from '../../src/core/resource-change';
import type { TagCatalog } from '../../src/core/tags/tag-catalog';
import { parseBicep } from '../../src/documents/bicep/parser/parse';
import { withEdits } from '../../src/documents/edits/text-edit';
import type { DeclaredResource } from '../../src/documents/model/declared-resource';
import type { SubjectCheck } from '../../src/file-checks/check-files';
import type { TestedEdits } from '../../src/file-checks/edits/fix-attempt';
import type { FixTestContext } from '../../src/file-checks/edits/written-fix';
import { analyzeFile, type AnalysisResult } from '../../src/file-checks/analyze-file';
import type { Problem } from '../../src/file-checks/problem';

interface Change {
  readonly before: AnalysisResult;
  readonly after: AnalysisResult;
  readonly problem: Problem;
  readonly written: TestedEdits;
}

/**
 * Returns the effects of a fix that its title and its permissions don't state. It reads the files with the edits. Of
 * the fix's own statements, it uses only the steps and the subnets that its title names.
 */
export async function harmsOf(
  fixTest: FixTestContext,
  problem: Problem,
  written: TestedEdits,
): Promise<readonly string[]> {
  const { world, root, options, analysis: before, files } = fixTest;
  const texts = editedTexts(fixTest, written);
  const read = (file: string): Promise<string | undefined> =>
    texts.has(file) ? Promise.resolve(texts.get(file)) : world.read(file);
  const after = await analyzeFile(root, { ...world, read }, options);
  if (!after) return ['can no longer be read'];
  const change = { before, after, problem, written };
  return [
    ...flowHarms(change),
    ...resourceHarms(change),
    ...[...texts].flatMap(([file, text]) => lostComments(written, file, [files.textOf(file) ?? '', text])),
  ];
}

/** Returns the files that edits change, with their new texts. */
function editedTexts(
  { files }: FixTestContext,
  { edits }: Pick<TestedEdits, 'edits'>,
): ReadonlyMap<string, string> {
  const names = [...new Set(edits.map(({ file }) => file))];
  const textAfter = (name: string): string =>
    withEdits(
      files.textOf(name) ?? '',
      edits.filter(({ file }) => file === name),
    );
  return new Map(names.map((name) => [name, textAfter(name)]));
}

/** Compares the traffic of every subnet, with a public IP and without, with the fix's title. */
function flowHarms(change: Change): readonly string[] {
  const { before, problem } = change;
  const { subjects } = before.check;
  const own = subjects.find(({ subnet }) => sameId(subnet.id, problem.subnetId)) ?? subjects[0];
  if (!own) return [];
  return subnetsIn(before.check.declared.model).flatMap((id) => {
    const its = subjects.find(({ subnet }) => sameId(subnet.id, id)) ?? own;
    const both = comparisonsOf(change, its, id);
    if (both === undefined) return [`${nameOf(id)} is gone`];
    // Whether the compute in the problem's own subnet has a public IP is known or assumed.
    const compared = sameId(id, problem.subnetId) ? both.slice(0, 1) : both;
    const closes = compared.flatMap((one) => one.closes).filter(({ wasKnown }) => wasKnown);
    const changed = { closes, opens: compared.flatMap((one) => one.opens) };
    return sameId(id, problem.subnetId) ? ownHarms(change, its, changed) : otherHarms(change, id, changed);
  });
}

function subnetsIn({ virtualNetworks }: NetworkModel): readonly ResourceId[] {
  return virtualNetworks.flatMap(({ subnets }) => subnets.map(({ id }) => id));
}

/** Undefined if the subnet doesn't exist afterwards. */
function comparisonsOf(
  { before, after }: Change,
  { plan, facts }: SubjectCheck,
  id: ResourceId,
): readonly SubnetComparison[] | undefined {
  const [was, is] = [before.check.declared.model, after.check.declared.model];
  if (!subnetsIn(is).some((one) => sameId(one, id))) return undefined;
  const own = { ...planForSubnet(plan, id), subnetId: id };
  return [own, { ...own, publicIp: known(false) }].map((its) =>
    compareSubnets({ model: was, subnetId: id }, { model: is, plan: its, facts }),
  );
}

interface ChangedFlows {
  readonly opens: readonly FlowChange[];
  readonly closes: readonly FlowChange[];
}

function otherHarms(
  { written: { affects } }: Change,
  id: ResourceId,
  { opens, closes }: ChangedFlows,
): readonly string[] {
  const named = affects.find((one) => sameId(one.id, id));
  if (closes.length > 0 && named?.isWorse !== true) {
    return [`closes without a warning: ${nameOf(id)}, ${flowText(closes)}`];
  }
  return opens.length > 0 && !named ? [`opens without a name: ${nameOf(id)}, ${flowText(opens)}`] : [];
}

function ownHarms(
  { written: { fix } }: Change,
  { facts: { tags } }: SubjectCheck,
  { opens, closes }: ChangedFlows,
): readonly string[] {
  const claims = fix.changes.flatMap((one) => claimsOf(one, tags));
  const more = opens.filter((one) => !claims.some((claim) => isClaimed(one, claim)));
  return [
    ...(closes.length > 0 && fix.effect !== 'closes' ? [`closes unsaid: ${flowText(closes)}`] : []),
    ...(more.length > 0 ? [`opens more than its title: ${flowText(more)}`] : []),
  ];
}

function flowText([first]: readonly FlowChange[]): string {
  return JSON.stringify(first && { packet: first.packet, parts: first.parts });
}

/** Traffic that a line of the title announces; undefined matches any. */
interface Claim {
  readonly direction: Direction;
  readonly protocol: string;
  readonly ports: IntervalSet | undefined;
  readonly remotes: IntervalSet | undefined;
}

function claimsOf(change: ResourceChange, tags: TagCatalog): readonly Claim[] {
  if (change.type !== 'rule' && change.type !== 'route') {
    return associationsOf(change).length > 0 ? anythingTo(undefined) : [];
  }
  const removed = change.before ? anythingTo(undefined) : [];
  if (change.after === null) return removed;
  if (change.type === 'route') {
    return [...removed, ...anythingTo(addressesOf([change.after.destination], tags))];
  }
  const { direction, protocol, destinationPorts, sources, destinations, access } = change.after;
  const remotes = addressesOf(direction === 'Outbound' ? destinations : sources, tags);
  return access === 'Deny'
    ? removed
    : [...removed, { direction, protocol, ports: parsePorts(destinationPorts), remotes }];
}

function anythingTo(remotes: IntervalSet | undefined): readonly Claim[] {
  return (['Outbound', 'Inbound'] as const).map((direction) => ({
    direction,
    protocol: '*',
    ports: undefined,
    remotes,
  }));
}

/** Undefined for a tag without a list of addresses. */
function addressesOf([first = '', ...others]: readonly string[], tags: TagCatalog): IntervalSet | undefined {
  if (others.length > 0 || first === '*') return undefined;
  return tags.lookup(first) ?? (/^\d/.test(first) ? parseAddressSet([first]).set : undefined);
}

function isClaimed({ direction, packet, parts }: FlowChange, claim: Claim): boolean {
  const far = parseIpv4(direction === 'Outbound' ? packet.destination : packet.source);
  const isThere = claim.remotes === undefined || (far !== undefined && contains(claim.remotes, far));
  const arePorts = (text: string): boolean => {
    const ports = parsePorts(text === '' ? ['*'] : text.split(', '));
    return claim.ports === undefined || (ports !== undefined && isSubset(ports, claim.ports));
  };
  return (
    direction === claim.direction &&
    isThere &&
    parts.every(({ protocol, ports }) => {
      if (protocol.toUpperCase() === claim.protocol.toUpperCase()) return arePorts(ports);
      // A rule for any protocol matches packets without ports whatever ports it names.
      const hasPorts = protocol === 'TCP' || protocol === 'UDP' || protocol === 'Any';
      return claim.protocol === '*' && (!hasPorts || arePorts(ports));
    })
  );
}

const billed = ['natgateways', 'publicipaddresses', 'privateendpoints', 'privatednszones'];

/** Checks that nothing is removed or billed without permission, and that no other resource changes. */
function resourceHarms({ before, after, written, problem }: Change): readonly string[] {
  const permissions = permissionsOf(written.fix.changes);
  const was = textsOf(before.check.declared.resources);
  const is = textsOf(after.check.declared.resources);
  const gone = [...was.keys()].filter((id) => !is.has(id));
  const parts = partsOf(after.check.declared.model);
  const lost = [...partsOf(before.check.declared.model)].filter((one) => !parts.has(one));
  const fresh = [...is.keys()].filter((id) => !was.has(id));
  const costs = fresh.filter((id) => billed.includes(id.split('/').at(-2) ?? ''));
  const changed = [...was].filter(([id, text]) => is.has(id) && is.get(id) !== text);
  const named = `${JSON.stringify(written.fix.changes)} ${problem.subnetId}`.toLowerCase();
  return [
    ...(permissions.includes('remove') ? [] : [...gone, ...lost].map((one) => `removes ${one}`)),
    ...(permissions.includes('cost') ? [] : costs.map((id) => `bills ${id}`)),
    ...changed.filter(([id]) => !networkTypes.test(id) && !named.includes(id)).map(([id]) => `changes ${id}`),
  ];
}

/** Types that are compared part by part. */
const networkTypes = /\/(?:networksecuritygroups|routetables|virtualnetworks)\//;

function textsOf(resources: readonly DeclaredResource[]): ReadonlyMap<string, string> {
  // The ID of an unnamed resource contains the position of its declaration, which edits move.
  return new Map(resources.map((one) => [one.id.toLowerCase().replaceAll(/:\d+›/g, '›'), bodyText(one)]));
}

function bodyText({ body }: DeclaredResource): string {
  return JSON.stringify(body, (key, one: unknown) =>
    key === 'from' ? undefined : one instanceof Map ? [...one] : one,
  );
}

/** Returns the rules, the routes, and the resources that subnets refer to. */
function partsOf({ securityGroups, routeTables, virtualNetworks }: NetworkModel): ReadonlySet<string> {
  const subnets = virtualNetworks.flatMap((network) => network.subnets);
  const all = [
    ...securityGroups.flatMap(({ id, rules }) => valueOr(rules, []).map(({ name }) => `${id} ${name}`)),
    ...routeTables.flatMap(({ id, routes }) => valueOr(routes, []).map(({ name }) => `${id} ${name}`)),
    ...subnets.flatMap(({ id, securityGroup, routeTable, natGateway, delegations, serviceEndpoints }) => {
      const named = [securityGroup, routeTable, natGateway].flatMap((part) => valueOr(part, null) ?? []);
      const listed = [...valueOr(delegations, []), ...valueOr(serviceEndpoints, [])];
      return [...named, ...listed].map((part) => `${id} ${part}`);
    }),
  ];
  return new Set(all.map((one) => one.toLowerCase()));
}

function lostComments(
  { fix }: TestedEdits,
  file: string,
  [before, after]: readonly [string, string],
): readonly string[] {
  if (!file.endsWith('.bicep') || permissionsOf(fix.changes).includes('remove')) return [];
  const left = commentsIn(file, after);
  return commentsIn(file, before).flatMap((comment) => {
    const at = left.indexOf(comment);
    if (at >= 0) left.splice(at, 1);
    return at < 0 ? [`loses ${comment}`] : [];
  });
}

function commentsIn(file: string, text: string): string[] {
  return parseBicep(text, file).remarks.map(({ start, end }) => text.slice(start, end).trim());
}
