import { findFiles, foldersFor, readBytes } from './workspace-files';

const passedOver: ReadonlySet<string> = new Set(['node_modules', '.git']);
const mostFiles = 500;
const longestFile = 1_000_000;

/** Counts the Bicep files and ARM templates of the workspace that name a virtual network, an NSG, or a route table. */
export async function countNetworkFiles(): Promise<number> {
  let count = 0;
  try {
    for (const uri of await findFiles({ extensions: ['bicep', 'json'], passedOver, most: mostFiles })) {
      const bytes = await readBytes(uri, { most: longestFile, within: foldersFor(uri) });
      if (bytes && describesNetwork.test(new TextDecoder().decode(bytes))) count += 1;
    }
  } catch {
    // A folder that can't be listed doesn't contribute any files.
  }
  return count;
}

const describesNetwork = /Microsoft\.Network\/(virtualNetworks|networkSecurityGroups|routeTables)\b/i;
