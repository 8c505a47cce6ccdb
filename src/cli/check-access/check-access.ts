import { traitsOf } from '../../core/compute-kinds';
import { jsonAt, textAt } from '../../azure/json';
import { toCompute } from '../../azure/learning/to-compute';
import { toWorkspace } from '../../azure/learning/to-workspace';
import { serviceIdsOf } from '../../azure/services/to-workspace-parts';
import { clientNames, endpointAddresses, type ClientTargets } from '../../checks/client-names';
import { nameResult } from '../../core/client-access';
import { sameId } from '../../core/network/find';
import type { Cloud, NetworkModel, ResourceId } from '../../core/network/model';
import { reason, type Reason } from '../../core/reason';
import {
  accessText,
  resolvesElsewhere,
  type AccessChecked,
  hostsLines,
  resultsOf,
  formatResult,
  type CheckedName,
} from '../../wording/access-report';
import { formatReason } from '../../wording/reason-text';
import { namedFiles } from '../source-reports/named-files';
import { completeOptions } from '../cloud-of-files';
import { UsageError, type GivenOptions } from '../options';
import { armBody } from '../resources/arm-body';
import { UnreadableFile, type PrintedResource } from '../resources/read-resources';
import { toInputs } from '../resources/to-inputs';
import type { ExitCode, Terminal } from '../terminal';
import type { AccessReport } from '../../contract/access-report';
import type { Say } from '../../messages/say';
import { reasonOf } from '../report/json-parts';
import { reportJsonText } from '../report/json-text';

/** Resolves the names of the files' workspaces on this computer, and compares them with the files' private endpoints. */
export async function runCheckAccess(options: GivenOptions, terminal: Terminal): Promise<ExitCode> {
  const { cloud } = await completeOptions(terminal, options);
  const { printed, failures } = await namedFiles(terminal, options.files);
  const [failure] = failures;
  if (failure) throw new UnreadableFile(failure.because);
  const targets = targetsIn(printed);
  if (targets.length === 0) {
    throw new UsageError(reason('access.noWorkspace', { command: 'az resource show' }));
  }
  const { model } = toInputs(cloud, printed);
  const checked = await Promise.all(targets.map((one) => checkedOf(one, { terminal, cloud, model })));
  const ok = checked.every(({ names }) => isInOrder(names));
  terminal.out(
    options.format === 'json'
      ? accessJson(terminal.say, { cloud, ok, checked })
      : checked.map((one) => accessText(terminal.say, one)).join('\n'),
  );
  return ok ? 0 : 1;
}

/**
 * True if at least one name resolves to its endpoint, and none is wrong. If nothing was compared, the result is false.
 */
function isInOrder(names: AccessChecked['names']): boolean {
  const results = names.map(({ answer, expected }) => nameResult(answer, expected));
  return results.includes('endpoint') && !results.some(resolvesElsewhere);
}

/** Returns each workspace of the files, with its first compute instance. */
function targetsIn(printed: readonly PrintedResource[]): readonly ClientTargets[] {
  const bodies = (type: string) =>
    printed.filter((one) => one.type === type).map(({ body }) => armBody(body));
  const computes = bodies('microsoft.machinelearningservices/workspaces/computes').map(toCompute);
  const all = bodies('microsoft.machinelearningservices/workspaces').filter(
    (body) => jsonAt(body, 'properties') !== undefined && textAt(body, 'id') !== undefined,
  );
  return all.map((body) => {
    const workspace = toWorkspace(body);
    return {
      workspace,
      storageId: serviceIdsOf(body).storage,
      instance: computes.find(
        ({ kind, workspaceId }) => traitsOf(kind).isPersonal && sameId(workspaceId, workspace.id),
      ),
    };
  });
}

interface AccessContext {
  readonly terminal: Terminal;
  readonly cloud: Cloud;
  readonly model: NetworkModel;
}

async function checkedOf(
  target: ClientTargets,
  { terminal, cloud, model }: AccessContext,
): Promise<CheckedWorkspace> {
  const { say, resolveName } = terminal;
  const names = await Promise.all(
    clientNames(cloud, target).map(async (one) => ({
      host: one.host,
      of: formatReason(say, one.of),
      owner: one.of,
      answer: await resolveName(one.host),
      expected: endpointAddresses(model, one),
    })),
  );
  const { id, name } = target.workspace;
  return { id, workspace: name, remote: null, names };
}

/** A workspace of the files, with its names and whether they match. */
interface CheckedWorkspace extends AccessChecked {
  readonly id: ResourceId;
  readonly names: readonly (CheckedName & { readonly owner: Reason })[];
}

interface Checked {
  readonly cloud: Cloud;
  /** Whether the run succeeds. */
  readonly ok: boolean;
  readonly checked: readonly CheckedWorkspace[];
}

/** Returns the JSON report, described by docs/access-report.schema.json. */
function accessJson(say: Say, { cloud, ok, checked }: Checked): string {
  const report: AccessReport = {
    version: 1,
    cloud,
    ok,
    workspaces: checked.map(({ id, workspace, names }) => {
      const results = resultsOf(names);
      return {
        id,
        name: workspace,
        names: results.map((one) => ({
          host: one.host,
          of: reasonOf(say, one.owner),
          addresses: one.answer.is === 'addresses' ? [...one.answer.addresses] : [],
          result: one.result,
          text: formatResult(say, one),
          expected: one.expected.known ? [...one.expected.value] : null,
        })),
        hostsFile: [...hostsLines(results)],
      };
    }),
  };
  return `${reportJsonText(report)}\n`;
}
