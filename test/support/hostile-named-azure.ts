import type { SandboxAzure } from '../../src/sandbox/create-sandbox';
import { mapJsonTexts } from './hostile-names';

/** Members that users see and that no later request uses. IDs stay, so that everything is found. */
const shown = new Set([
  'name',
  'displayName',
  'message',
  'description',
  'friendlyName',
  'defaultDomain',
  'sku',
  'userName',
  'caller',
]);

/** Azure's own names that the parsing depends on, such as a quota's, stay as they are. */
const own = /^(Basic|Standard|Premium|Free|default|privatelink\..*|Standard_\w+)$/i;

/** Returns an Azure in which every name ends with `tail`, and every error contains it. */
export function hostileAzure(
  { httpClient }: Pick<SandboxAzure, 'httpClient'>,
  tail: string,
): Pick<SandboxAzure, 'httpClient'> {
  const change = (text: string, key: string): string =>
    shown.has(key) && !own.test(text) ? `${text}${tail}` : text;
  return {
    httpClient: {
      async sendRequest(request) {
        const response = await httpClient.sendRequest(request);
        const { bodyAsText } = response;
        if (!bodyAsText) return response;
        return { ...response, bodyAsText: JSON.stringify(mapJsonTexts(JSON.parse(bodyAsText), change)) };
      },
    },
  };
}
