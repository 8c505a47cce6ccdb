import type { SandboxAzure } from '../../src/sandbox/create-sandbox';
import { mapJsonTexts } from './hostile-names';

/** Members that people see and no request names again; ids stay, so that everything is found. */
const shown = new Set([
  'name',
  'displayName',
  'message',
  'description',
  'friendlyName',
  'defaultDomain',
  'sku',
  'userName',
]);

/** Names of Azure's own words that our reading depends on, such as a quota's, stay as they are. */
const own = /^(Basic|Standard|Premium|Free|default|privatelink\..*|Standard_\w+)$/i;

/** An Azure whose every name ends with `tail`, and whose every error says it. */
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
