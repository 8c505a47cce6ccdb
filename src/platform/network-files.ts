import * as vscode from 'vscode';
import { findFiles, foldersFor, readBytes } from './workspace-files';

const passedOver: ReadonlySet<string> = new Set(['node_modules', '.git']);
const mostFiles = 500;
const longestFile = 1_000_000;

/**
 * Counts the Bicep, ARM, and Terraform files of the workspace that name a virtual network, a subnet, an NSG, or a route
 * table. Returns null if no folder is open.
 */
export async function countNetworkFiles(): Promise<number | null> {
  if ((vscode.workspace.workspaceFolders ?? []).length === 0) return null;
  let count = 0;
  try {
    for (const uri of await findFiles({ extensions: ['bicep', 'json', 'tf'], passedOver, most: mostFiles })) {
      const bytes = await readBytes(uri, { most: longestFile, within: foldersFor(uri) });
      if (bytes && describesNetwork.test(new TextDecoder().decode(bytes))) count += 1;
    }
  } catch {
    // A folder that can't be listed doesn't contribute any files.
  }
  return count;
}

const describesNetwork =
  /Microsoft\.Network\/(virtualNetworks|networkSecurityGroups|routeTables)\b|\bazurerm_(virtual_network|subnet|network_security_group|route_table)\b/i;
