import type { BodyJson, BodyObject } from './body-json';

/** Response of a route. The HTTP client adds the headers that every response has. */
export interface Reply {
  readonly status: number;
  readonly body?: BodyJson;
  readonly headers?: Readonly<Record<string, string>>;
}

/** ARM's error body; `details` is empty for most of the network provider's errors. */
export interface ArmError {
  readonly code: string;
  readonly message: string;
  readonly details?: readonly ArmError[];
  /** Name of the refused resource, from Resource Manager's policy check. */
  readonly target?: string;
  readonly additionalInfo?: readonly BodyObject[];
}

export function ok(body: BodyJson, headers?: Readonly<Record<string, string>>): Reply {
  return headers ? { status: 200, body, headers } : { status: 200, body };
}

export function errorBody(error: ArmError): BodyObject {
  return { error: errorDetail(error) };
}

export function errorDetail(error: ArmError): BodyObject {
  const { code, message, target, additionalInfo } = error;
  return {
    code,
    message,
    ...(target === undefined ? {} : { target }),
    details: (error.details ?? []).map(errorDetail),
    ...(additionalInfo ? { additionalInfo: [...additionalInfo] } : {}),
  };
}

export function refusal(status: number, error: ArmError, headers?: Readonly<Record<string, string>>): Reply {
  const body = errorBody(error);
  return headers ? { status, body, headers } : { status, body };
}

export interface PageRequest {
  readonly url: URL;
  readonly size: number;
  readonly property?: string;
}

/** Returns a page of a list, with the `nextLink` of the next page. */
export function listPageReply(items: readonly BodyJson[], request: PageRequest): Reply {
  return pageOfShown(items, request, (item) => item);
}

/** Returns a page of a list, and formats only the items on that page. */
export function pageOfShown<Item>(
  items: readonly Item[],
  { url, size, property = 'value' }: PageRequest,
  show: (item: Item) => BodyJson,
): Reply {
  const from = skipFrom(url);
  const body: BodyObject = { [property]: items.slice(from, from + size).map(show) };
  if (from + size < items.length) {
    const next = new URL(url);
    next.searchParams.set('$skiptoken', Buffer.from(String(from + size)).toString('base64url'));
    body['nextLink'] = next.toString();
  }
  return ok(body);
}

function skipFrom(url: URL): number {
  const token = url.searchParams.get('$skiptoken');
  const from = token === null ? 0 : Number(Buffer.from(token, 'base64url').toString());
  return Number.isInteger(from) && from > 0 ? from : 0;
}
