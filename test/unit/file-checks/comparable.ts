import { causesIn } from '../../../src/checks/causes-in';
import { analyzed } from './analyzed';

/** Returns the results of a root file, without the parts of IDs that only one of the languages states. */
export async function comparable(files: Readonly<Record<string, string>>) {
  const { check } = await analyzed(files);
  const plain = (text: string): string =>
    text.replaceAll(/\/subscriptions\/[^/"]*\/resourcegroups\/[^/"]*/gi, '');
  return check.subjects.map((one) => ({
    subnet: one.subnet.name,
    compute: one.compute,
    results: one.results.map(
      ({ requirement, outcome, severity }) => `${requirement} ${severity} ${outcome.is}`,
    ),
    findings: one.findings.map(({ check: id, place }) => `${id} ${place.name}`),
    causes: causesIn({ ...one, model: check.declared.model }, one.results).map(({ key }) => plain(key)),
  }));
}
