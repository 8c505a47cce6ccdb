import type { HttpClient, PipelineRequest } from '@azure/core-rest-pipeline';
import { connectAzure } from '../../../src/azure/connect';
import type { Azure, WorkspaceSummary } from '../../../src/azure/ports';
import { endpointsAround } from '../../../src/checks/endpoints-in-reach';
import { causesIn } from '../../../src/checks/causes-in';
import { checkSubnet } from '../../../src/checks/check-subnet';
import { nameServerSubscriptions } from '../../../src/checks/name-servers';
import type { CheckReport } from '../../../src/contract/check-report';
import { statusOf, type CheckResult, type Outcome } from '../../../src/core/check-result';
import { known } from '../../../src/core/known';
import type { NetworkModel, Subnet, VirtualNetwork } from '../../../src/core/network/model';
import type { PlanToCheck } from '../../../src/core/plan';
import { researchSubscription } from '../../../src/sandbox/sample/names';
import { analyzeFile } from '../../../src/file-checks/analyze-file';
import type { SubjectCheck } from '../../../src/file-checks/check-files';
import { problemsOf } from '../../../src/file-checks/problems-of';
import { testAnalysisOptions } from '../../support/analysis-options';
import { testFileSystem } from '../file-checks/analyzed';
import { deployToSandbox, type ResolvedResource } from '../../support/deploy-to-sandbox';
import { shippedTags } from '../../support/shipped-tags';
import { noStop } from '../azure/sample';
import { ran } from '../cli/ran';
import type { GoldenNetwork } from './expected';

/** The result of a network in one format, such as Bicep. */
export interface FormOutcome {
  readonly errors: readonly string[];
  readonly unknown: readonly string[];
  readonly warnings: readonly string[];
}

/** The result of files: also the keys of causes, and each finding with the name of its rule or route. */
interface FileOutcome extends FormOutcome {
  readonly causes: readonly string[];
  readonly findings: readonly string[];
}

interface Row {
  readonly id: string;
  readonly severity: string;
  readonly outcome: Outcome['is'];
}

const rowOf = ({ requirement: id, severity, outcome }: CheckResult): Row => ({
  id,
  severity,
  outcome: outcome.is,
});

function outcomeOf(rows: readonly Row[], findings: readonly string[] = []): FormOutcome {
  const ids = (isIn: (row: Row) => boolean): readonly string[] => rows.filter(isIn).map(({ id }) => id);
  const isOpen = ({ outcome }: Row): boolean => statusOf({ is: outcome }) === 'open';
  const isUnknown = ({ id, outcome, severity }: Row): boolean =>
    statusOf({ is: outcome }) === 'unknown' && severity === 'error' && !/^(dns|rbac|quota)-/.test(id);
  return {
    errors: [...ids((row) => isOpen(row) && row.severity === 'error'), ...findings].sort(),
    unknown: [...ids(isUnknown)].sort(),
    warnings: [...ids((row) => isOpen(row) && row.severity === 'warning')].sort(),
  };
}

function optionsOf({ cloud = 'public', profile = 'current' }: GoldenNetwork): string {
  return `--cloud ${cloud} --profile ${profile} --format json`;
}

function outcomeOfReport(out: string, subnet: string | null): FormOutcome {
  const report = JSON.parse(out) as CheckReport;
  const found = report.subnets.find(({ name }) => name === subnet);
  if (subnet !== null && !found) throw new Error(`${subnet} isn't in the report`);
  const findings = report.findings.filter(({ severity }) => severity === 'error').map(({ id }) => id);
  return outcomeOf(found?.requirements ?? [], findings);
}

/** As Bicep files. */
export function asBicep(
  golden: GoldenNetwork,
  files: Readonly<Record<string, string>>,
): Promise<FileOutcome> {
  return asFiles(golden, `${golden.file}.bicep`, files);
}

/** As a Terraform configuration: each resource with its body, in the words of Azure (azapi). */
export async function asTerraform(
  golden: GoldenNetwork,
  files: Readonly<Record<string, string>>,
): Promise<FileOutcome> {
  const resources = await resolved(golden, files);
  const text = resources.map((one, at) => azapiResource(one, `r${String(at)}`)).join('\n');
  if (text.includes('$unknown')) throw new Error(`${golden.file} has an unknown value`);
  return asFiles(golden, 'main.tf', { 'main.tf': text, './': 'main.tf' });
}

function azapiResource(
  { id, type, name, apiVersion, location, ...body }: ResolvedResource,
  label: string,
): string {
  const entries = {
    type: `${type}@${String(apiVersion)}`,
    name: name.split('/').at(-1),
    parent_id: parentOf(id, type),
    ...(location === undefined ? {} : { location }),
    body,
  };
  const lines = Object.entries(entries).map(([key, value]) => `  ${key} = ${hclText(value)}\n`);
  return `resource "azapi_resource" "${label}" {\n${lines.join('')}}\n`;
}

/** Returns a value in HCL, which can write an object as JSON does. */
const hclText = (value: unknown): string => JSON.stringify(value).replaceAll(/[$%](?=\{)/g, '$&$&');

/** Returns the ID of the resource that a child belongs to, or of the group or resource that contains it. */
function parentOf(id: string, type: string): string {
  const isChild = type.split('/').length > 2;
  return isChild ? id.split('/').slice(0, -2).join('/') : id.slice(0, id.lastIndexOf('/providers/'));
}

/** The subscription and resource group, which a Bicep file doesn't state. */
const groupInKey =
  /\/subscriptions\/[^/"]*\/resourcegroups\/[^/"]*|‹resourcegroup\(\)\.name›|(?<=")rg-ml(?=")/gi;

async function asFiles(
  { file, cloud = 'public', profile = 'current', subnet }: GoldenNetwork,
  root: string,
  files: Readonly<Record<string, string>>,
): Promise<FileOutcome> {
  const overrides = { ...testAnalysisOptions.overrides, cloud, profile };
  const options = { ...testAnalysisOptions, overrides, facts: { tags: shippedTags(cloud) } };
  const found = await analyzeFile(root, testFileSystem(files), options);
  if (!found) throw new Error(`${file} was not read`);
  const subject = found.check.subjects.find((one) => one.subnet.name === subnet);
  if (subnet !== null && !subject) throw new Error(`${subnet} isn't checked`);
  const findings = problemsOf(found.check).filter(
    (one) => one.what.is === 'finding' && one.severity === 'error',
  );
  const outcome = outcomeOf(
    (subject?.results ?? []).map(rowOf),
    findings.map(({ id }) => id),
  );
  return {
    ...outcome,
    ...(subject ? decisions(subject, found.check.declared.model) : { causes: [], findings: [] }),
  };
}

function decisions(subject: SubjectCheck, model: NetworkModel): Pick<FileOutcome, 'causes' | 'findings'> {
  const causes = causesIn({ ...subject, model }, subject.results);
  return {
    causes: causes.map(({ key }) => key.replaceAll(groupInKey, '')),
    findings: subject.findings.map(({ check, place }) => `${check} ${place.name}`),
  };
}

/** Resolves the template's resources, with all values. */
async function resolved(
  { file, cloud = 'public' }: GoldenNetwork,
  files: Readonly<Record<string, string>>,
): Promise<readonly ResolvedResource[]> {
  const region = { public: 'westeurope', usgov: 'usgovvirginia', china: 'chinaeast2' }[cloud];
  const where = `--subscription ${researchSubscription.id} --resource-group rg-ml --location ${region} --tenant ${researchSubscription.tenantId}`;
  const { out, error } = await ran(`resolve ${file}.bicep ${where}`, files);
  if (error !== '') throw new Error(error);
  return (JSON.parse(out) as { resources: readonly ResolvedResource[] }).resources;
}

/** Returns every resource in Azure's responses, the last response of each, and the rules of network managers in effect. */
function recorded(inner: HttpClient) {
  const bodies = new Map<string, object>();
  const adminRules: string[] = [];
  const note = (one: unknown): void => {
    const { id, type } = (one ?? {}) as { id?: unknown; type?: unknown };
    if (typeof id === 'string' && typeof type === 'string') bodies.set(id.toLowerCase(), one as object);
  };
  return {
    bodies,
    adminRules,
    client: {
      sendRequest: async (request: PipelineRequest) => {
        const answer = await inner.sendRequest(request);
        if (/\/listNetworkManagerEffectiveSecurityAdminRules\b/.test(request.url)) {
          adminRules.push(answer.bodyAsText ?? '');
        }
        if (request.method !== 'GET' || answer.status !== 200 || !answer.bodyAsText) return answer;
        const body = JSON.parse(answer.bodyAsText) as { value?: unknown };
        (Array.isArray(body.value) ? body.value : [body]).forEach(note);
        return answer;
      },
    },
  };
}

/** Live in an embedded Azure, and as the exports that this Azure printed. */
export async function asDeployed(
  golden: GoldenNetwork,
  files: Readonly<Record<string, string>>,
): Promise<{ readonly live: FormOutcome; readonly exported: FormOutcome | null }> {
  const { cloud = 'public', subnet } = golden;
  const { credential, httpClient } = deployToSandbox(await resolved(golden, files), cloud);
  const { client, bodies, adminRules } = recorded(httpClient);
  const azure = connectAzure({ credential, httpClient: client, cloud, timing: { retryDelayMs: 1 } });
  const [workspace] = await azure.read.workspaces(researchSubscription.id, noStop);
  if (!workspace) throw new Error('No workspace was deployed');
  const { found, ...facts } = await readLive(azure, workspace, subnet);
  const plan = planOf(golden, workspace, found?.subnet.id ?? null);
  const { model, governance, services } = facts;
  const checked = checkSubnet(model, plan, { tags: shippedTags(cloud), governance, services });
  const live = outcomeOf(checked.map(rowOf));
  return {
    live,
    exported: found ? await asExport(golden, workspace, { bodies: [...bodies.values()], adminRules }) : null,
  };
}

/** Reads what the wizard reads once the subnet is selected. */
async function readLive({ read }: Azure, { id: workspaceId }: WorkspaceSummary, subnet: string | null) {
  const networks = await read.networks(researchSubscription.id, noStop);
  const found = subnet === null ? undefined : findIn(networks, subnet);
  if (!found) {
    const place = { workspaceId, networkId: null, nameServers: [], endpoints: [] };
    const services = await read.services(place, noStop);
    const governance = await read.governance({ workspaceId, subnet: null }, noStop);
    return { found, model: networks, governance, services };
  }
  const { network, subnet: chosen } = found;
  const model = await read.refreshSubnet(networks, chosen.id, noStop);
  const location = network.location.known ? network.location.value : '';
  const place = {
    ...{ workspaceId, networkId: network.id, nameServers: nameServerSubscriptions(network) },
    endpoints: endpointsAround(model, network),
  };
  const services = await read.services(place, noStop);
  const governance = await read.governance({ workspaceId, subnet: { id: chosen.id, location } }, noStop);
  return { found, model, governance, services };
}

function findIn(
  { virtualNetworks }: NetworkModel,
  name: string,
): { readonly network: VirtualNetwork; readonly subnet: Subnet } {
  for (const network of virtualNetworks) {
    const subnet = network.subnets.find((one) => one.name === name);
    if (subnet) return { network, subnet };
  }
  throw new Error(`No subnet ${name}`);
}

function planOf(
  { kind, publicIp, profile = 'current', cloud = 'public' }: GoldenNetwork,
  workspace: WorkspaceSummary,
  subnetId: string | null,
): PlanToCheck {
  return {
    ...{ cloud, profile, subnetId, publicSsh: false },
    kind: known(kind),
    publicIp: known(publicIp),
    workspace: known(workspace),
    name: kind === 'serverless' ? null : 'cpu-cluster',
    minNodes: known(0),
    maxNodes: known(kind === 'cluster' ? 4 : 1),
    reservedAddresses: known(0),
  };
}

async function asExport(
  golden: GoldenNetwork,
  { name, hasPrivateEndpoint }: WorkspaceSummary,
  { bodies, adminRules }: { readonly bodies: readonly object[]; readonly adminRules: readonly string[] },
): Promise<FormOutcome> {
  const { kind, publicIp, subnet } = golden;
  const access = hasPrivateEndpoint.known && hasPrivateEndpoint.value ? 'private' : 'public';
  const wanted = `--subnet ${subnet ?? name} --compute ${kind} --public-ip ${publicIp ? 'yes' : 'no'} --workspace ${access}`;
  const [admin] = adminRules;
  const inEffect = admin === undefined ? '' : ' --admin-rules admin.json';
  const { out, error } = await ran(`check azure.json ${wanted} ${optionsOf(golden)}${inEffect}`, {
    'azure.json': JSON.stringify(bodies),
    'admin.json': admin ?? '',
  });
  if (out === '') throw new Error(error);
  return outcomeOfReport(out, subnet);
}
