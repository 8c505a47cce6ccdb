import type { JsonObject } from '../json';
import { applicationRule, networkRule } from './place-firewall';

/** Rules that firewalls of the sample let Azure ML out by; `from` is who calls. */

export function signInRules(from: JsonObject): readonly JsonObject[] {
  return [
    networkRule('Sign-In', ['TCP', '80,443', 'AzureActiveDirectory'], from),
    networkRule('Resource-Manager', ['TCP', '443', 'AzureResourceManager'], from),
  ];
}

/** But for Batch, which one of the firewalls forgets. */
export function azureMlRules(from: JsonObject): readonly JsonObject[] {
  return [
    networkRule('Azure-ML', ['TCP', '443,8787,18881', 'AzureMachineLearning'], from),
    networkRule('Azure-ML-Tunnel', ['UDP', '5831', 'AzureMachineLearning'], from),
    networkRule('Storage', ['TCP', '443,445', 'Storage.WestEurope'], from),
    networkRule('Front-Door', ['TCP', '443', 'AzureFrontDoor.Frontend,AzureFrontDoor.FirstParty'], from),
    networkRule('Registry', ['TCP', '443', 'AzureContainerRegistry.WestEurope'], from),
    networkRule('Telemetry', ['TCP', '443', 'AzureMonitor'], from),
    networkRule('Key-Vault', ['TCP', '443', 'AzureKeyVault.WestEurope'], from),
  ];
}

export function imagesRule(from: JsonObject): JsonObject {
  return applicationRule('Images', ['mcr.microsoft.com', '*.data.mcr.microsoft.com'], from);
}
