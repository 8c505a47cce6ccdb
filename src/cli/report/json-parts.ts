import type { CheckReport } from '../../contract/check-report';
import type { Decider, Outcome } from '../../core/check-result';
import type { Reason } from '../../core/reason';
import type { TagCatalog } from '../../core/tags/tag-catalog';
import type { Say } from '../../messages/say';
import { formatReason } from '../../wording/reason-text';
import type { CheckOptions } from '../options';
import type { FilePlace } from '../source';

type ReportedDecider = NonNullable<CheckReport['subnets'][number]['requirements'][number]['decidedBy']>;

/** Returns the options and the service tags of a report. */
export function reportHeadOf({
  tags,
  options,
}: {
  readonly tags: TagCatalog;
  readonly options: CheckOptions;
}): Omit<CheckReport, 'summary' | 'subnets' | 'findings'> {
  return {
    version: 1,
    profile: options.profile,
    cloud: options.cloud,
    serviceTags: { date: tags.date, changeNumber: tags.changeNumber, isOld: tags.isOld ?? false },
  };
}

export function becauseOf(say: Say, outcome: Outcome): { key: string; text: string } | null {
  if ('because' in outcome) return reasonOf(say, outcome.because);
  return 'text' in outcome ? reasonOf(say, outcome.text) : null;
}

export function reasonOf(say: Say, one: Reason): { key: string; text: string } {
  return { key: one.key, text: formatReason(say, one) };
}

export function deciderEntry(by: Decider, place: FilePlace | null): ReportedDecider {
  switch (by.kind) {
    case 'rule':
      return {
        kind: by.kind,
        name: by.name,
        priority: by.priority,
        direction: by.direction,
        default: by.isDefault,
        group: by.groupId,
        level: by.level,
        place,
      };
    case 'firewall-rule':
      return {
        kind: by.kind,
        name: by.name,
        collection: by.collection,
        default: by.isDefault,
        firewall: by.firewallId,
        writtenIn: by.writtenIn,
        place,
      };
    case 'route':
      return {
        kind: by.kind,
        name: by.name,
        destination: by.destination,
        nextHop: by.nextHop,
        nextHopAddress: by.nextHopAddress,
        table: by.tableId,
        place,
      };
  }
}
