import { textAt } from '../../azure/json';
import { fleetQuery } from '../../azure/resource-graph/fleet-query';
import type { FleetRow } from '../../contract/fleet-report';
import { cloudOfRegion } from '../../core/azure-facts/clouds';
import type { Cloud } from '../../core/network/model';
import { reason } from '../../core/reason';
import { formatReason } from '../../wording/reason-text';
import { readReportInput } from '../source-reports/read-report-input';
import type { ReportInput } from '../source-reports/report-input';
import { baselineText, countEntries } from '../baseline';
import { requireOwnBaseline } from '../baseline-of-run';
import { completeOptions } from '../cloud-of-files';
import { isPattern } from '../files/list-files';
import type { FleetFormat, FleetOptions } from '../options';
import { requireNoInput, requireOutputsApart } from '../output-files';
import { eachOnce } from '../read-sources';
import { warnUnknownRegion } from '../require-options';
import { UnreadableFile, type TextFile } from '../resources/read-resources';
import { selectedFiles } from '../selected-files';
import { warnOldTags } from '../service-tags';
import { printSettingsFaults } from '../team-options';
import type { ExitCode, Terminal } from '../terminal';
import { compareRows } from './compare-rows';
import {
  changesText,
  fleetCsv,
  fleetJson,
  fleetMarkdown,
  notReadIn,
  fleetSummary,
  type Fleet,
} from './fleet-report';
import type { CheckedRow } from './fleet-job';
import { rowsByNetwork, withoutPass } from './fleet-rows';
import { joinPages, type GraphResource } from './graph-pages';
import { livePages, type LiveFleet } from './live-pages';

/** Prints the query whose result `check --fleet` reads. */
export function printFleetQuery({ out }: Terminal): ExitCode {
  out(`${fleetQuery}\n`);
  return 0;
}

/**
 * Checks every subnet in a Resource Graph result, and prints a row for each.
 * @param live queries Azure instead of reading files
 */
export async function runFleet(
  named: FleetOptions,
  outerTerminal: Terminal,
  live?: LiveFleet,
): Promise<ExitCode> {
  requireOutputsApart(outerTerminal, named);
  const { options: given, terminal } = await selectedFiles(
    { ...named, format: 'json', outputs: [] },
    outerTerminal,
  );
  const files = live ? await livePages(live, terminal) : await readPages(terminal, given.files);
  const { resources, incomplete } = joinPages(files);
  const options = await completeOptions(terminal, { ...given, cloud: given.cloud ?? cloudOf(resources) });
  const reportInput = await readReportInput(terminal, options);
  warnUnknownRegion(terminal, options, reportInput.tags);
  warnOldTags(terminal, reportInput.tags);
  const settingsFaults = printSettingsFaults(terminal, options.teamFaults);
  const checked = await checkedRows(terminal, reportInput, resources);
  const isComplete = incomplete.length === 0;
  const rows = isComplete ? checked : checked.map((one) => withoutPass(terminal.say, one));
  const fleet = { ...compareRows(rows, reportInput.baseline, isComplete), incomplete };
  await report(terminal, reportInput, { named, fleet, inputs: files.map(({ name }) => name) });
  if (options.writeBaseline !== undefined && isComplete) {
    await writeBaseline(terminal, options.writeBaseline, rows);
    return settingsFaults > 0 ? 3 : 0;
  }
  if (isOpen(fleet, options.allowUnknown)) return 1;
  return settingsFaults > 0 ? 3 : 0;
}

function isOpen({ rows, incomplete }: Fleet, allowUnknown: boolean): boolean {
  return rows.some((one) => one.isFailing) || (incomplete.length > 0 && !allowUnknown);
}

/**
 * Reads the files that names and patterns refer to.
 * @throws `UnreadableFile`
 */
async function readPages(terminal: Terminal, names: readonly string[]): Promise<readonly TextFile[]> {
  const all = await Promise.all(
    names.map(async (name) => {
      const listed = isPattern(name) ? await terminal.list(name) : undefined;
      if (listed?.length === 0) throw new UnreadableFile(reason('terminal.noneInside', { name }));
      return listed ?? [name];
    }),
  );
  return Promise.all(eachOnce(terminal, all.flat()).map((name) => terminal.readFile(name)));
}

/**
 * Returns the cloud of the resources' regions, if all are in the same one. Distinct locations of large files are only
 * evaluated once.
 */
function cloudOf(resources: readonly GraphResource[]): Cloud | undefined {
  const regions = new Set(resources.flatMap(({ body }) => textAt(body, 'location') ?? []));
  const [only, ...others] = new Set([...regions].filter((one) => one !== 'global').map(cloudOfRegion));
  return others.length === 0 ? only : undefined;
}

/** This few resources are checked sooner than a thread starts. */
const fewResources = 300;

/**
 * Returns the rows of all networks.
 * @throws `UnreadableFile` if there are none
 */
async function checkedRows(
  terminal: Terminal,
  reportInput: ReportInput,
  resources: readonly GraphResource[],
): Promise<readonly CheckedRow[]> {
  const { fleet } = terminal;
  const { options } = reportInput;
  const here = () => rowsByNetwork(resources, reportInput);
  const rows =
    fleet === undefined || resources.length < fewResources || options.subnets.length > 0
      ? here()
      : await fleet({ resources, options }).catch(here);
  const all = rows.flatMap((one) => one ?? []);
  if (all.length > 0) return all.sort(byPlace);
  throw new UnreadableFile(reason('terminal.noSubnet', { command: '--fleet-query' }));
}

/** Compares rows for an order that is stable between runs. */
function byPlace({ row: a }: CheckedRow, { row: b }: CheckedRow): number {
  const [one, other] = [placeOf(a), placeOf(b)];
  return one < other ? -1 : one > other ? 1 : 0;
}

function placeOf({ subscription, resourceGroup, network, subnet }: Omit<FleetRow, 'change'>): string {
  return [subscription, resourceGroup, network, subnet].join('\u0000').toLowerCase();
}

interface FleetReportInput {
  readonly named: FleetOptions;
  readonly fleet: Fleet;
  readonly inputs: readonly string[];
}

async function report(
  terminal: Terminal,
  reportInput: ReportInput,
  { named, fleet, inputs }: FleetReportInput,
): Promise<void> {
  const { say, error, out } = terminal;
  const { baseline, writeBaseline, serviceTags } = named;
  const others = [baseline, writeBaseline, serviceTags].filter((one) => one !== undefined);
  requireNoInput(terminal, named, [...inputs, ...others]);
  const outputs = named.outputs.map(
    ({ format, file }) => [file, textAs(format, reportInput, fleet)] as const,
  );
  if (outputs.length > 0) await terminal.writeFiles(new Map(outputs));
  out(textAs(named.format, reportInput, fleet));
  for (const one of fleet.incomplete) error(`${formatReason(say, one)}\n`);
  if (fleet.incomplete.length > 0) error(`${say('fleet.notPassed')}\n`);
  if (fleet.baseline) error(`${changesText(say, fleet.rows)}\n`);
  error(`${fleetSummary(say, fleet.rows)}\n`);
  if (named.quiet) return;
  if (fleet.rows.every((one) => one.isForAzureMl === false)) {
    error(`${say('fleet.noneMeant', { option: '--subnet' })}\n`);
  }
  error(`${say('fleet.notReadList', { all: notReadIn(say) })}\n`);
}

function textAs(format: FleetFormat, reportInput: ReportInput, fleet: Fleet): string {
  switch (format) {
    case 'csv':
      return fleetCsv(reportInput.say, fleet);
    case 'json':
      return fleetJson(reportInput, fleet);
    case 'markdown':
      return fleetMarkdown(reportInput.say, fleet);
  }
}

/**
 * Writes the baseline.
 * @throws `UsageError` if the file isn't a baseline
 */
async function writeBaseline(terminal: Terminal, file: string, rows: readonly CheckedRow[]): Promise<void> {
  await requireOwnBaseline(terminal, file);
  const entries = rows.flatMap((one) => one.entries);
  await terminal.writeFiles(new Map([[file, baselineText(entries)]]));
  terminal.error(`${terminal.say('terminal.baseline.written', { n: countEntries(entries), file })}\n`);
}
