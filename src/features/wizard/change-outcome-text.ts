import { AzureFailure, isFailedOperation, mayBeDone } from '../../azure/failure';
import type { ChangeOutcome } from '../../azure/ports';
import type { Fix } from '../../core/fix';
import { nameOf, sameId, segmentOf } from '../../core/network/find';
import type { ResourceId } from '../../core/network/model';
import { changedResources, isEntryChange } from '../../core/resource-change';
import type { MessageKey } from '../../messages/en/catalog';
import type { Say } from '../../messages/say';
import { formatList } from '../../messages/format-list';
import { isNameTaken, refusedAction } from '../../wording/azure-error-detail';
import { formatTime } from '../../wording/dates';
import { formatRole } from '../../wording/reason-text';
import { formatFailure } from './failures';
import type { FixInPreview } from './state';

/** Describes how applying a fix ended; null before that. */
export function fixOutcomeText(say: Say, preview: FixInPreview): string | null {
  const { outcome, kind, fix } = preview;
  switch (outcome?.is) {
    case undefined:
      return null;
    case 'as-previewed':
      return say(kind === 'undo' ? 'undo.done' : 'apply.done', { time: formatTime(say, outcome.at) });
    case 'otherwise':
      return say('apply.differs', { n: outcome.results });
    case 'unread':
      return say('apply.unread', { why: formatFailure(say, outcome.why) });
    case 'ended':
      return endedText(say, preview, outcome.by);
    case 'outdated':
      return say('apply.changed', { name: formatList(say, changedResources(fix.changes).map(nameOf)) });
  }
}

/** Describes an incomplete change: its cause, the parts that changed anyway, and the next step. */
function endedText(
  say: Say,
  { fix, changed }: FixInPreview,
  { refused, waiting }: Omit<ChangeOutcome, 'changed'>,
): string {
  if (!refused) return waitingText(say, fix, waiting);
  if (changed.length === 0) return refusal(say, fix, { refused, whenChanged: 'apply.changed' });
  const why = refusal(say, fix, { refused, whenChanged: 'apply.changedRest' });
  const m = changedResources(fix.changes).length;
  return `${say('apply.partly', { n: changed.length, m, names: formatList(say, changed.map(nameOf)) })} ${why}`;
}

/** Describes whose approval a new endpoint waits for. */
function waitingText(say: Say, { changes }: Fix, waiting = ''): string {
  const endpoint = changes.find((one) => one.type === 'endpoint' && sameId(one.id, waiting));
  const target = endpoint?.type === 'endpoint' ? nameOf(endpoint.after?.target ?? '') : '';
  return say('apply.waiting', { name: nameOf(waiting), target });
}

type Refused = NonNullable<ChangeOutcome['refused']>;

/** Checks whether Azure accepted a change and failed later. */
export function failedLate(refused: ChangeOutcome['refused']): boolean {
  return refused !== null && isFailedOperation({ code: refused.code, details: refused.failure });
}

/**
 * Checks whether another owner has to act before the fix can be applied. An undo isn't in the request, which contains
 * what the subnet needs.
 */
export function needsRequest({ outcome, kind }: Pick<FixInPreview, 'outcome' | 'kind'>): boolean {
  if (kind === 'undo' || outcome?.is !== 'ended' || !outcome.by.refused) return false;
  const { code, failure } = outcome.by.refused;
  return (
    code === 'forbidden' || ['RequestDisallowedByPolicy', 'ScopeLocked'].includes(failure.serviceCode ?? '')
  );
}

interface RefusedChange {
  readonly refused: Refused;
  readonly whenChanged: MessageKey;
}

function refusal(say: Say, { changes }: Fix, { refused, whenChanged }: RefusedChange): string {
  const { id, failure } = refused;
  // What a new resource needs is missing, which Azure's message names.
  const isNew = changes.some((one) => one.before === null && !isEntryChange(one) && sameId(one.id, id));
  const code = refused.code === 'notFound' && isNew ? 'refused' : refused.code;
  const name = nameOf(id);
  const group = segmentOf(id, 'resourceGroups') ?? '';
  const own = byService[failure.serviceCode ?? ''] ?? keyOf({ code, failure }, whenChanged);
  const why = formatFailure(say, new AzureFailure(code, failure));
  if (failedLate(refused)) return say('apply.late', { name, why });
  const role = formatRole(say, roleToChange(id));
  return own ? say(own, { name, group, role, why }) : say('apply.refused', { name, why });
}

/** Returns a built-in role that can change the resource (built-in roles, 2026-03-04). */
function roleToChange(id: ResourceId): string {
  if (!/\/providers\/Microsoft\.Network\//i.test(id)) return 'Contributor';
  return /\/privateDnsZones\//i.test(id) ? 'Private DNS Zone Contributor' : 'Network Contributor';
}

function keyOf(
  { code, failure }: Pick<Refused, 'code' | 'failure'>,
  whenChanged: MessageKey,
): MessageKey | undefined {
  // The missing permission is on another resource, which the message names.
  if (failure.serviceCode === 'LinkedAuthorizationFailed' && refusedAction(failure)) return undefined;
  if (mayBeDone({ code, details: failure })) return 'apply.unsure';
  if (code === 'conflict' && !isNameTaken(code, failure)) return undefined;
  return code === 'changed' ? whenChanged : byCode[code];
}

/** Azure's own codes take precedence: 403, 409, and 429 each have several meanings. */
const byService: Readonly<Record<string, MessageKey>> = {
  RequestDisallowedByPolicy: 'apply.policy',
  ScopeLocked: 'apply.locked',
  AnotherOperationInProgress: 'apply.busy',
};

const byCode: Readonly<Partial<Record<Refused['code'], MessageKey>>> = {
  conflict: 'apply.taken',
  forbidden: 'apply.forbidden',
  notFound: 'apply.gone',
  cancelled: 'apply.stopped',
};
