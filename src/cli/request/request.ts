import { printSettingsFaults } from '../team-options';
import { buildRequest } from '../../checks/request/build-request';
import { requestedCount, narrowRequest, type NetworkRequest } from '../../core/network-request';
import { shortName } from '../../documents/subjects/subjects';
import { requestMarkdown } from '../../wording/request-markdown';
import { formatReason } from '../../wording/reason-text';
import { reportFiles } from '../source-reports/report-files';
import { readReportInput } from '../source-reports/read-report-input';
import { onThisThread } from '../source-reports/run-job';
import type { SubnetCheck } from '../check';
import { completeOptions } from '../cloud-of-files';
import type { RequestOptions } from '../options';
import { eachFaultOnce, placedErrorText } from '../placed-error-text';
import { reportJsonText } from '../report/json-text';
import { reportHeadOf } from '../report/json-parts';
import { warnUnknownRegion } from '../require-options';
import { warnOldTags } from '../service-tags';
import { selectedFiles } from '../selected-files';
import type { ExitCode, Terminal } from '../terminal';
import { requestJson } from './request-json';

/**
 * Prints what each owner of the network has to change or confirm, with one request for each subnet. Exits with 0 if
 * everything was read, even if there is nothing to request.
 */
export async function runRequest(given: RequestOptions, outerTerminal: Terminal): Promise<ExitCode> {
  const { all } = given;
  const { options: check, terminal } = await selectedFiles(given.check, outerTerminal);
  const checked = new Map<string, SubnetCheck>();
  const options = await completeOptions(terminal, check);
  const input = await readReportInput(terminal, options);
  const reportInput = {
    ...input,
    // A subnet whose compute resource is in another file is checked again with it.
    onChecked: (checks: readonly SubnetCheck[]) => {
      for (const one of checks) checked.set(keyOf(one), one);
    },
  };
  warnUnknownRegion(terminal, reportInput.options, reportInput.tags);
  warnOldTags(terminal, reportInput.tags);
  const { reports, failures, empty, settings } = await reportFiles(terminal, reportInput, () =>
    onThisThread(terminal, reportInput),
  );
  const settingsFaults = printSettingsFaults(
    terminal,
    settings.flatMap((one) => one.faults),
  );
  for (const name of empty) terminal.error(`${terminal.say('terminal.noFiles', { name })}\n`);
  for (const { because } of failures) terminal.error(`${formatReason(terminal.say, because)}\n`);
  const faults = eachFaultOnce(reports.flatMap((one) => [...one.faults, ...one.tooComplex]));
  for (const fault of faults) terminal.error(`${placedErrorText(fault)}\n`);
  const requests = [...checked.values()].flatMap((one) => {
    const request = buildRequest({ ...one, readAt: null });
    return request ? [{ name: shortName(one), request: withoutIgnored(request, one.ignored) }] : [];
  });
  const { say } = terminal;
  terminal.out(
    reportInput.options.format === 'json'
      ? `${reportJsonText({ ...reportHeadOf(reportInput), requests: requests.map((one) => requestJson(say, one, { all })) })}\n`
      : requestsText(
          terminal,
          requests.map(({ request }) => request),
          all,
        ),
  );
  return failures[0]?.code ?? (faults.length + settingsFaults > 0 ? 3 : 0);
}

function keyOf({ subnet, compute }: SubnetCheck): string {
  return JSON.stringify([subnet.id.toLowerCase(), compute]);
}

/** Results that a comment in the files suppresses aren't requested either. */
function withoutIgnored(request: NetworkRequest, ignored: ReadonlySet<string>): NetworkRequest {
  const all = [...request.flows, ...request.settings.filter(({ isOptional }) => !isOptional)];
  const ids = all.map(({ requirement }) => requirement).filter((id) => !ignored.has(id));
  return narrowRequest(request, { ids });
}

function requestsText({ say }: Terminal, requests: readonly NetworkRequest[], withAllowed: boolean): string {
  const shown = requests.filter((one) => withAllowed || requestedCount(one) > 0);
  if (shown.length === 0) {
    return `${say(requests.length === 0 ? 'terminal.request.noSubnet' : 'terminal.request.nothing')}\n`;
  }
  return shown.map((one) => requestMarkdown(say, one, { withAllowed })).join('\n---\n\n');
}
