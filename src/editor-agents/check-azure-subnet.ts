import { checkToolResult } from '../agent-tools/check-tool-result';
import type { SubnetInput } from '../agent-tools/tool-inputs';
import { quotedText } from '../agent-tools/shown-text';
import type { ToolResult } from '../agent-tools/tool-results';
import { readValue, required } from '../azure-store/queries';
import type { Reads } from '../azure-store/reads';
import type { ComputeState, WorkspaceSummary } from '../azure/ports';
import { countCauses } from '../checks/causes';
import { checkSourceSubnets, isFailingFinding, reportedCauses, type Checked } from '../cli/check';
import { givenOptions } from '../cli/command-values';
import { UsageError, type CheckOptions } from '../cli/options';
import { reportHeadOf } from '../cli/report/json-parts';
import { findingJson, subnetJson } from '../cli/report/json-report';
import { toChecked, type CheckInputs } from '../cli/resources/to-inputs';
import type { CheckReport } from '../contract/check-report';
import { valueOr } from '../core/known';
import { findSubnet, sameId, segmentOf } from '../core/network/find';
import type { Cloud, NetworkModel, ResourceId } from '../core/network/model';
import { reason } from '../core/reason';
import { isComputeKind } from '../core/compute-kinds';
import type { WorkspaceServices } from '../core/services/services';
import type { TagCatalog } from '../core/tags/tag-catalog';
import { plansOf } from '../documents/subjects/subject-plans';
import { allSubjects, type Subject } from '../documents/subjects/subjects';
import type { Say } from '../messages/say';
import { failureText } from '../wording/failure-text';

/** The window's account, as used by a check of one subnet. */
interface AzureOfWindow {
  readonly say: Say;
  readonly reads: Reads;
  readonly isSample: boolean;
  /** IDs of the subscriptions that the user's filter includes, in lower case; null for all. */
  readonly subscriptions: readonly string[] | null;
  readonly stop: AbortSignal;
}

/** The subnet with the resources around it. If `unread` isn't empty, the result reports it and isn't a pass. */
interface SubnetToCheck {
  readonly inputs: CheckInputs;
  readonly subject: Subject;
  readonly tags: TagCatalog;
  readonly unread: readonly string[];
}

/** Maximum age of cached reads, in milliseconds. The subnet itself is always read again. */
const maxAge = 60_000;

/** Maximum number of workspaces whose compute resources are read. More aren't worth the requests. */
const mostWorkspaces = 20;

/**
 * Checks the current state of a subnet in Azure. Read-only.
 * @throws {UsageError} if the subnet isn't found
 * @throws {AzureFailure} if the network can't be read
 */
export async function checkAzureSubnet(
  azure: AzureOfWindow,
  { subnet, compute, publicIp, workspace }: SubnetInput,
): Promise<ToolResult<'check_subnet'>> {
  const id = await subnetIdOf(azure, subnet);
  const model = await azure.reads.refreshSubnet(id);
  const options = optionsFor(model.cloud, {
    subnet: [id],
    ...(compute ? { compute } : {}),
    ...(publicIp === undefined ? {} : { publicIp: publicIp ? 'yes' : 'no' }),
    ...(workspace ? { workspace } : {}),
  });
  const around = await aroundSubnet(azure, { id, model, options });
  const { inputs, subject, tags } = around;
  azure.stop.throwIfAborted();
  const checked = checkSourceSubnets(
    { inputs, places: noPlaces, isTemplate: false, directed: [] },
    { subjects: [subject] },
    { tags, options },
  );
  return checkToolResult(reportOf(azure.say, checked, { tags, options }), {
    source: azure.isSample ? 'sample' : 'azure',
    isClean: around.unread.length === 0,
    notes: around.unread,
    lineOf: () => undefined,
  });
}

/** Places of problems: always null, because resources of Azure aren't in files. */
const noPlaces = {
  ofDecider: () => null,
  ofFinding: () => null,
  ofSubnet: () => null,
  ofCause: () => null,
};

type StatedPlan = Parameters<typeof givenOptions>[0]['values'];

function optionsFor(cloud: Cloud, values: StatedPlan): CheckOptions {
  const given = givenOptions({ files: [], values: { format: 'json', ...values } });
  return { ...given, cloud, profile: 'current', team: undefined, teamFaults: [], given };
}

/**
 * Returns the ID of a subnet that an agent named: by ID, or by NETWORK/NAME in the subscriptions of the user's filter.
 */
async function subnetIdOf(
  { reads, subscriptions, stop, say }: AzureOfWindow,
  name: string,
): Promise<ResourceId> {
  const all = required(await reads.subscriptions.get({ maxAge, stop }));
  const named = segmentOf(name, 'subscriptions')?.toLowerCase();
  const shown = all.filter(({ id }) =>
    named === undefined ? (subscriptions?.includes(id.toLowerCase()) ?? true) : id.toLowerCase() === named,
  );
  const networks = await Promise.all(shown.map(({ id }) => reads.networks(id).get({ maxAge, stop })));
  const models = networks.flatMap((one) => readValue(one) ?? []);
  const found = models.flatMap(({ virtualNetworks }) =>
    virtualNetworks.flatMap((network) =>
      network.subnets.filter((one) => isNamed(name, one.id, `${network.name}/${one.name}`)),
    ),
  );
  const [first, second] = found;
  const failed = networks.flatMap((one) => (one.is === 'problem' ? [one.failure] : []));
  if (second !== undefined) {
    const ids = found.slice(0, 10).map(({ id }) => quotedText(id));
    throw new UsageError(reason('agents.severalSubnets', { ids }));
  }
  if (first !== undefined) return first.id;
  const [failure] = failed;
  if (failure !== undefined) {
    const because = failureText(say, failure);
    throw new UsageError(reason('agents.subnetUnread', { name: quotedText(name), because }));
  }
  throw new UsageError(reason('agents.noSubnet', { name: quotedText(name) }));
}

function isNamed(name: string, id: ResourceId, full: string): boolean {
  return name.startsWith('/') ? sameId(name, id) : full.toLowerCase() === name.toLowerCase();
}

interface SubnetOfModel {
  readonly id: ResourceId;
  readonly model: NetworkModel;
  readonly options: CheckOptions;
}

async function aroundSubnet(
  azure: AzureOfWindow,
  { id, model, options }: SubnetOfModel,
): Promise<SubnetToCheck> {
  const { reads, say, stop } = azure;
  const subscriptionId = segmentOf(id, 'subscriptions') ?? '';
  const workspaces = await reads.workspaces(subscriptionId).get({ maxAge, stop });
  const all = readValue(workspaces) ?? [];
  const computes = await Promise.all(
    all.slice(0, mostWorkspaces).map((one) => reads.computes(one.id).get({ maxAge, stop })),
  );
  const inputs = inputsOf(model, {
    workspaces: all,
    computes: computes.flatMap((one) => readValue(one) ?? []),
  });
  const subject = allSubjects(inputs).find((one) => sameId(one.subnet.id, id));
  const network = findSubnet(model, id)?.network;
  if (!subject || !network) throw new UsageError(reason('agents.noSubnet', { name: quotedText(id) }));
  const plans = plansOf({ inputs, chosen: subject, options }).map(({ plan }) => plan);
  const owners = new Set(plans.flatMap(({ workspace }) => (workspace.known ? [workspace.value.id] : [])));
  const services = await Promise.all(
    [...owners]
      // Skip placeholder IDs, whose services can't be read.
      .filter((one) => segmentOf(one, 'workspaces') !== undefined)
      .map((one) => reads.services(one, network.id).get({ maxAge, stop })),
  );
  const failures = [workspaces, ...computes, ...services].flatMap((one) =>
    one.is === 'problem' ? [failureText(say, one.failure)] : [],
  );
  const left = all.length > mostWorkspaces ? [say('agents.workspacesLeft', { n: mostWorkspaces })] : [];
  return {
    inputs: { ...inputs, services: services.flatMap((one) => readValue<WorkspaceServices>(one) ?? []) },
    subject,
    tags: required(await reads.tags(subscriptionId, valueOr(network.location, '')).get({ maxAge, stop })),
    unread: [...new Set(failures), ...left],
  };
}

interface Used {
  readonly workspaces: readonly WorkspaceSummary[];
  readonly computes: readonly ComputeState[];
}

function inputsOf(model: NetworkModel, { workspaces, computes }: Used): CheckInputs {
  return {
    model,
    workspaces,
    computes: computes.filter(({ kind }) => isComputeKind(kind)).map(toChecked),
    bare: [],
    statedWithoutPeerings: [],
  };
}

function reportOf(
  say: Say,
  { checks, found, leftOut }: Checked,
  checkInput: { readonly tags: TagCatalog; readonly options: CheckOptions },
): CheckReport {
  const { options } = checkInput;
  const { errors, warnings, toConfirm, infos } = countCauses(checks.flatMap(reportedCauses));
  const failing = found.filter((one) => isFailingFinding(one, options));
  const ofFindings = (severity: string): number =>
    failing.filter(({ finding }) => finding.severity === severity).length;
  return {
    ...reportHeadOf(checkInput),
    summary: {
      filesRead: 0,
      compiledTemplates: [],
      notReadable: [],
      withoutResources: [],
      readErrors: [],
      missingModules: [],
      uncheckedComputes: [],
      parameterFiles: [],
      computesElsewhere: 0,
      subnetsChecked: checks.length > 0 ? 1 : 0,
      subnetsNotChecked: leftOut.length,
      notCheckedBecause: [],
      sharingSubnets: [],
      errors: errors.causes + ofFindings('error'),
      warnings: warnings.causes + ofFindings('warning'),
      unknown: toConfirm.causes + leftOut.length,
      infos: infos.causes + ofFindings('info'),
      flows: {
        errors: errors.flows,
        warnings: warnings.flows,
        unknown: toConfirm.flows,
        infos: infos.flows,
      },
    },
    subnets: checks.map((one) => JSON.parse(subnetJson(say, one, options)) as CheckReport['subnets'][number]),
    findings: found.map(
      (one) => JSON.parse(findingJson(say, one, options)) as CheckReport['findings'][number],
    ),
  };
}
