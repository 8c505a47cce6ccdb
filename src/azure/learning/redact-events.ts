import { isJsonObject, type Json } from '../json';
import type { ComputeState, CreationEvent } from '../ports';

/** Members of a compute's body that nobody may read again. */
const secretMembers: ReadonlySet<string> = new Set([
  'adminUserPassword',
  'databricksAccessToken',
  'password',
  'privateKeyData',
]);

/** Secrets that a body holds. */
function secretsIn(body: Json): readonly string[] {
  if (Array.isArray(body)) return (body as readonly Json[]).flatMap(secretsIn);
  if (!isJsonObject(body)) return [];
  return Object.entries(body).flatMap(([name, value]) =>
    secretMembers.has(name) && typeof value === 'string' && value !== '' ? [value] : secretsIn(value),
  );
}

/**
 * Passes events on without the secrets that were sent: Azure may repeat in its words what it could not read, and those
 * words are shown, copied and saved.
 */
export function redactEvents(
  body: Json,
  onEvent: (event: CreationEvent) => void,
): (event: CreationEvent) => void {
  const secrets = secretsIn(body);
  const hide = (text: string): string => secrets.reduce((left, one) => left.replaceAll(one, '***'), text);
  return (event) => onEvent(reworded(event, hide));
}

function reworded(event: CreationEvent, word: (text: string) => string): CreationEvent {
  switch (event.is) {
    case 'state':
    case 'ready':
      return { ...event, compute: withErrors(event.compute, word) };
    case 'unfinished':
      return event.compute === null ? event : { ...event, compute: withErrors(event.compute, word) };
    case 'failed': {
      const { details, compute } = event;
      const { serviceMessage } = details;
      return {
        ...event,
        details:
          serviceMessage === undefined ? details : { ...details, serviceMessage: word(serviceMessage) },
        compute: compute === null || compute === 'unseen' ? compute : withErrors(compute, word),
      };
    }
    default:
      return event;
  }
}

function withErrors(compute: ComputeState, word: (text: string) => string): ComputeState {
  const errors = compute.errors.map((one) => ({ ...one, message: word(one.message) }));
  return { ...compute, errors };
}
