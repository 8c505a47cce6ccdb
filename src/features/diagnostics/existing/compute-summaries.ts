import { shortName } from '../../../documents/subjects/subjects';
import { problemsWithin } from '../../../file-checks/cause-problems';
import type { Say } from '../../../messages/say';
import { formatTime } from '../../../wording/dates';
import type { AnalyzedFile } from '../file-analyzer';
import { countReported } from '../analyzed-files';

/** How many problems a compute resource has in a subnet that was read from Azure. */
interface Standing {
  /** With its network. */
  readonly subnet: string;
  readonly n: number;
  readonly unknown: number;
  /** ISO time. */
  readonly readAt: string;
}

/** Of compute resources that are written at a place of a file, or name their subnet there. */
export function computeSummariesAt(
  { check, reported }: Pick<AnalyzedFile, 'check' | 'reported'>,
  file: string,
  offset: number,
): readonly Standing[] {
  const { azure, declared, subjects } = check;
  if (!azure) return [];
  const here = declared.computes.filter(({ namePlace, subnetPlace }) =>
    [namePlace, subnetPlace].some((one) => one?.file === file && one.start <= offset && offset <= one.end),
  );
  return here.flatMap(({ name }) => {
    const subject = subjects.find(
      ({ compute, subnet }) => compute === name && azure.subnets.has(subnet.id.toLowerCase()),
    );
    if (!subject) return [];
    const own = reported.filter((one) =>
      problemsWithin(one).some(({ subnetId }) => subnetId === subject.subnet.id),
    );
    const { errors: n, unknown } = countReported(own);
    return [{ subnet: shortName(subject), n, unknown, readAt: azure.readAt }];
  });
}

/** The same in words. */
export function formatReadState(say: Say, { subnet, n, unknown, readAt }: Standing): string {
  const values = { subnet, time: formatTime(say, readAt) };
  return n + unknown === 0
    ? say('file.existing.hover.ready', values)
    : say('file.existing.hover.open', { ...values, n, unknown });
}
