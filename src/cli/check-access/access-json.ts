import type { AccessReport } from '../../contract/access-report';
import type { Cloud, ResourceId } from '../../core/network/model';
import type { Reason } from '../../core/reason';
import type { Say } from '../../messages/say';
import {
  hostsLines,
  resultsOf,
  formatResult,
  type AccessChecked,
  type CheckedName,
} from '../../wording/access-report';
import { reasonOf } from '../report/json-parts';
import { reportJsonText } from '../report/json-text';

/** A workspace of the files, and its names with whose they are. */
export interface CheckedWorkspace extends AccessChecked {
  readonly id: ResourceId;
  readonly names: readonly (CheckedName & { readonly owner: Reason })[];
}

interface Checked {
  readonly cloud: Cloud;
  /** How the run ends. */
  readonly ok: boolean;
  readonly checked: readonly CheckedWorkspace[];
}

/** What programs read; docs/access-report.schema.json describes it. */
export function accessJson(say: Say, { cloud, ok, checked }: Checked): string {
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
