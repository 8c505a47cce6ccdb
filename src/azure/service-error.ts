import { jsonAt, isJsonObject, listAt, textAt, type Json } from './json';

/** Details of a failure that Azure reports. */
export interface ServiceError {
  readonly code?: string;
  /** Azure's message. Messages of inner errors follow on separate lines, if they add information. */
  readonly message?: string;
  /** Codes of inner errors. */
  readonly inner?: readonly string[];
}

/**
 * Returns the error in a body, `{ error: … }` or bare. A wrapper without its own message is replaced by its inner
 * error.
 */
export function serviceError(body: Json | undefined): ServiceError {
  const error = errorIn(body);
  const lines = unique(messagesOf(error, 0));
  const code = codeOf(error);
  const inner = unique(innerCodes(error, 0)).filter((one) => one !== code);
  return {
    ...(code === undefined ? {} : { code }),
    ...(lines.length === 0 ? {} : { message: lines.join('\n') }),
    ...(inner.length === 0 ? {} : { inner }),
  };
}

function errorIn(body: Json | undefined): Json | undefined {
  const inner = jsonAt(body, 'error');
  if (isJsonObject(inner)) return inner;
  return isJsonObject(body) && 'code' in body ? body : undefined;
}

/** Returns the code. Deployments wrap the resource provider's error, which is the relevant one. */
function codeOf(error: Json | undefined): string | undefined {
  const own = textAt(error, 'code');
  const [first] = listAt(error, 'details');
  const isWrapper = own === 'DeploymentFailed' || isBlank(textAt(error, 'message'));
  return isWrapper && first !== undefined ? (codeOf(first) ?? own) : own;
}

const deepest = 3;

function messagesOf(error: Json | undefined, depth: number): readonly string[] {
  if (depth > deepest) return [];
  const own = textAt(error, 'message');
  const inner = listAt(error, 'details').flatMap((one) => messagesOf(one, depth + 1));
  if (own === undefined || isBlank(own)) return inner;
  if (textAt(error, 'code') === 'DeploymentFailed' && inner.length > 0) return inner;
  return [own, ...inner.filter((one) => !own.includes(one))];
}

function innerCodes(error: Json | undefined, depth: number): readonly string[] {
  if (depth > deepest) return [];
  return [...listAt(error, 'details'), jsonAt(error, 'innererror')].flatMap((one) => {
    if (one === undefined) return [];
    const code = textAt(one, 'code');
    return [...(code === undefined || isBlank(code) ? [] : [code]), ...innerCodes(one, depth + 1)];
  });
}

function isBlank(text: string | undefined): boolean {
  return text === undefined || text.trim() === '';
}

function unique(lines: readonly string[]): readonly string[] {
  return [...new Set(lines)];
}
