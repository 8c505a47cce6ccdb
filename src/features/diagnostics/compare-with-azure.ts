import * as vscode from 'vscode';
import type { AzureConnection } from '../../azure/ports';
import { compareSubnets } from '../../checks/compare-subnets';
import type { NetworkModel, ResourceId } from '../../core/network/model';
import { shortName } from '../../documents/subjects/subjects';
import type { SubjectCheck } from '../../file-checks/check-files';
import { createTextViewer, type TextViewer } from '../../platform/documents';
import { comparisonPage } from '../../wording/comparison-page';
import { pickOne, showProgress, showMessage } from '../../platform/window';
import type { DiagnosticsDeps } from './deps';
import type { FileAnalyzer, AnalyzedFile } from './file-analyzer';
import { rootsOfFile } from './analyzed-files';
import { findCounterparts, likeliestFirst, subnetsIn, type LiveSubnet } from './live-subnets';
import { reportingFailures } from './report-failures';

/** Compares a file with the resources in Azure. */
export interface Comparer extends vscode.Disposable {
  /** Asks for missing choices and shows the comparison, or shows why it isn't possible. */
  compare(): Promise<void>;
}

export function createComparer(deps: DiagnosticsDeps, analyses: FileAnalyzer): Comparer {
  const viewer = createTextViewer('aml-secure-compute-compared');
  return {
    compare: () => reportingFailures(deps, () => compareActive(deps, analyses, viewer)),
    dispose: () => viewer.dispose(),
  };
}

async function compareActive(
  deps: DiagnosticsDeps,
  analyses: FileAnalyzer,
  viewer: TextViewer,
): Promise<void> {
  const { say } = deps;
  const uri = vscode.window.activeTextEditor?.document.uri;
  const analyzedFile = uri && (await analyzedFileOf(analyses, uri));
  if (!analyzedFile) return showMessage('info', say('compare.noFile'));
  const file = nameOfFile(analyzedFile.root);
  const { subjects, declared } = analyzedFile.check;
  if (subjects.length === 0) return showMessage('info', say('compare.noSubnet', { file }));
  const subject = await pickSubject(deps, subjects);
  const current = subject && (await readCounterpart(deps, subject));
  if (!subject || !current) return;
  const page = pageOf(deps, { file, subject, declared: declared.model, ...current });
  await viewer.show(say('compare.file', { subnet: subject.subnet.name }), page);
}

/** Reads the current subnet from Azure; undefined if the user doesn't choose one. */
async function readCounterpart(
  deps: DiagnosticsDeps,
  subject: SubjectCheck,
): Promise<Pick<Pair, 'live' | 'subnetId' | 'picked'> | undefined> {
  const connection = await deps.account.connect();
  const found = await withProgress(deps, (stop) => liveSubnets(deps, connection, stop));
  const twin = await pickCounterpart(deps, found, subject);
  if (!twin) return undefined;
  const { model, subnetId } = twin;
  const read = (stop: AbortSignal): Promise<NetworkModel> =>
    connection.azure.read.refreshSubnet(model, subnetId, stop);
  return { live: await withProgress(deps, read), subnetId, picked: twin };
}

/** Returns the analysis of a file. A module of another file is compared with the values that it gets there. */
async function analyzedFileOf(analyses: FileAnalyzer, uri: vscode.Uri): Promise<AnalyzedFile | undefined> {
  await analyses.now(uri);
  return rootsOfFile(analyses.analyzedFiles, uri.path)[0] ?? analyses.analyzedFiles.get(uri.path);
}

async function pickSubject(
  { say }: DiagnosticsDeps,
  subjects: readonly SubjectCheck[],
): Promise<SubjectCheck | undefined> {
  const [only, second] = subjects;
  if (!second) return only;
  const items = subjects.map((subject) => ({
    label: subject.subnet.name,
    description: subject.network.name,
    subject,
  }));
  const picked = await pickOne(items, { title: say('compare.pickInFile') });
  return picked?.subject;
}

async function liveSubnets(
  { filter }: DiagnosticsDeps,
  { azure }: AzureConnection,
  stop: AbortSignal,
): Promise<readonly LiveSubnet[]> {
  const chosen = filter.chosen();
  const all = await azure.read.subscriptions(stop);
  const shown = all.filter(({ id }) => chosen === null || chosen.includes(id.toLowerCase()));
  const read = await Promise.allSettled(shown.map(({ id }) => azure.read.networks(id, stop)));
  const models = read.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  const failed = read.find((one) => one.status === 'rejected');
  // An unreadable subscription doesn't hide the others.
  if (models.length === 0 && failed) throw failed.reason;
  return models.flatMap(subnetsIn);
}

/** Returns the subnet of the same name. If it isn't unique, asks the user, with subnets of the same name first. */
async function pickCounterpart(
  { say }: DiagnosticsDeps,
  live: readonly LiveSubnet[],
  subject: SubjectCheck,
): Promise<LiveSubnet | undefined> {
  const twins = findCounterparts(live, subject);
  const [only, second] = twins;
  if (only && !second) return only;
  if (live.length === 0) {
    showMessage('info', say('compare.noneInAzure'));
    return undefined;
  }
  const others = live.filter((one) => !twins.includes(one));
  const items = [...twins, ...likeliestFirst(others, subject)].map((one) => ({
    label: one.name,
    description: `${one.network} · ${one.prefixes}`,
    one,
  }));
  const title = say('compare.pickInAzure', { subnet: subject.subnet.name });
  const picked = await pickOne(items, { title, matchOnDescription: true });
  return picked?.one;
}

interface Pair {
  readonly file: string;
  readonly subject: SubjectCheck;
  readonly declared: NetworkModel;
  readonly live: NetworkModel;
  readonly subnetId: ResourceId;
  readonly picked: Pick<LiveSubnet, 'network' | 'name'>;
}

function pageOf({ say }: DiagnosticsDeps, pair: Pair): string {
  const { file, subject, declared, live, subnetId, picked } = pair;
  const { plan, facts, assumed } = subject;
  const place = `${picked.network}/${picked.name}`;
  return comparisonPage(say, {
    subnet: shortName(subject),
    before: say('compare.azure'),
    note: place === shortName(subject) ? null : say('compare.otherName', { place }),
    after: file,
    comparison: compareSubnets({ model: live, subnetId }, { model: declared, plan, facts }),
    assumed,
  });
}

function withProgress<T>({ say }: DiagnosticsDeps, task: (stop: AbortSignal) => Promise<T>): Promise<T> {
  return showProgress('notification', say('compare.reading'), task);
}

function nameOfFile(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
