import { openSampleClients } from '../unit/sandbox/clients';

/** Returns the names of the sample's virtual networks. */
export function sampleNetworks(): readonly string[] {
  return Object.keys(openSampleClients().azure.snapshot().resources)
    .filter((id) => /\/virtualNetworks\/[^/]+$/.test(id))
    .map((id) => id.split('/').at(-1) ?? '');
}
