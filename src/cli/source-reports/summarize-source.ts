import type { Say } from '../../messages/say';
import type { CheckOptions } from '../options';
import type { SourceRange } from '../../documents/source/source-range';
import type { CheckSource } from '../source';
import { type Checked, cutOf } from '../check';
import type { SourceSummary } from '../run-summary';
import { formatLeftOut, type UncheckedSubnets } from '../../wording/problem-text';
import { causeRows } from '../report/cause-rows';
import { isTemplate, placeIn } from '../templates';
import { formatReason } from '../../wording/reason-text';
import { uncheckedCompute } from '../../file-checks/unchecked-compute';
import { sharingSubjects, shortName, type Subject } from '../../documents/subjects/subjects';
import { mayContainAzureMl } from '../../file-checks/missing-modules';
import type { AnalysisResult } from '../../file-checks/analyze-file';
import type { Cut } from '../../file-checks/work-budget';

interface SummaryContext {
  readonly say: Say;
  readonly options: CheckOptions;
  readonly reported: ReadonlySet<SourceRange>;
}

/**
 * Summarizes what was read and checked.
 * @param reported places of compute resources that are reported separately
 */
export function summarizeSource(
  source: CheckSource,
  checked: Checked,
  { say, options, reported }: SummaryContext,
): SourceSummary {
  const results = {
    subnets: checked.checks.map((check) => ({
      id: check.subnet.id.toLowerCase(),
      file: check.places.ofSubnet(check)?.file ?? null,
    })),
    unchecked: {
      ids: checked.leftOut.map(({ subnet }) => subnet.id.toLowerCase()),
      because: formatLeftOut(say, leftOutOf(checked, cutOf(source))),
      isAll: cutOf(source) === 'work',
    },
    sharing: sharingIn(source, options),
    rows: checked.checks.flatMap((check) => causeRows(say, { source, check }, options)),
  };
  if (!isTemplate(source) || source.isJoined) {
    return {
      files: [],
      withoutResources: [],
      unreadable: [],
      missingModules: [],
      uncheckedComputes: [],
      parameters: null,
      ...results,
    };
  }
  const { templates, missingModules, parameterErrors, printedErrors, check } = source.fixTest.analysis;
  const errors = [...templates.values()].flatMap((one) => one.errors);
  return {
    files: source.filesRead,
    withoutResources: hasNoResources(source.fixTest.analysis) ? source.filesRead : [],
    parameters: source.parameters,
    unreadable: [...errors, ...parameterErrors, ...printedErrors].map(({ place }) => place.file),
    missingModules: missingModules.map(({ name, place, because }) => ({
      name,
      place: placeIn(source, place),
      because: formatReason(say, because),
    })),
    uncheckedComputes: uncheckedCompute(check.declared)
      .filter((one) => !reported.has(one.place))
      .map(({ name, place, because }) => ({
        name,
        place: placeIn(source, place),
        because: formatReason(say, because),
      })),
    ...results,
  };
}

/** True if files were read completely, and don't contain an Azure resource. */
export function hasNoResources({ check, templates, missingModules, faults }: AnalysisResult): boolean {
  const isWhole =
    missingModules.length + faults.length === 0 &&
    [...templates.values()].every(({ errors }) => errors.length === 0);
  return isWhole && check.declared.resources.length === 0;
}

/** Returns the names of subnets that aren't checked unless the user requests it. */
function sharingIn(
  { inputs, directed }: CheckSource,
  { subnets, allSubnets }: CheckOptions,
): readonly string[] {
  if (allSubnets || subnets.length > 0) return [];
  const named = directed.flatMap((one) => one.subnets);
  return sharingSubjects(inputs, named).map(shortName);
}

/** Whether the missing modules of a source may contain a compute resource or its network. */
export function hasMissingModules(source: CheckSource): boolean {
  return isTemplate(source) && !source.isJoined && mayContainAzureMl(source.fixTest.analysis, source);
}

export function leftOutOf({ checks, leftOut }: Checked, cut: Cut | null): UncheckedSubnets {
  const names = (all: readonly Subject[]): readonly string[] => [...new Set(all.map(shortName))];
  return { subnets: names(leftOut), checked: names(checks).length, because: cut ?? 'budget' };
}
