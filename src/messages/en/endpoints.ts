/** Private endpoints and private DNS zones that a fix makes. */
export const endpointsMessages = {
  'step.connect': 'Creates private endpoint {name} for {target} ({group}) in {subnet}.',
  'step.disconnect': 'Deletes private endpoint {name} of {target}.',
  'step.addZone': 'Creates private DNS zone {name}.',
  'step.removeZone': 'Deletes private DNS zone {name} if it doesn’t contain other records.',
  'step.deregister': 'Removes the addresses of {endpoint} from {zones}.',
  'step.register': 'Registers the addresses of {endpoint} in {zones}.',

  'endpoint.note.billed':
    'Azure bills {name} from its creation. It uses {n} {n:address|addresses} in {subnet}.',
  'endpoint.note.zoneBilled': 'Azure bills private DNS zone {zone} from its creation.',
  'endpoint.note.names':
    'The names of {target} then resolve to private addresses for all clients in {network}.',
  'endpoint.note.elsewhere':
    '{n} other {n:network uses|networks use} {zone}. The names resolve to the same private addresses there, even if they can’t be reached.',
  'endpoint.note.approval':
    'If you don’t have permission to approve the connection, the owner of {target} must approve it. The fix takes effect after approval.',
  'endpoint.note.open': 'Public network access to {workspace} stays enabled.',
  'endpoint.note.shut': 'Public network access to {workspace} stays disabled.',
  'endpoint.note.servers':
    'The DNS servers {servers} must forward {zones} to 168.63.129.16 from a network linked to these zones. Alternatively, add the addresses of the private endpoint to the DNS servers.',
  'endpoint.note.situational':
    'A separate fix creates the queue and table private endpoints of {name}. Only batch endpoints and parallel jobs need them.',

  'fix.limit.premium':
    'Registry {name} has the {sku} tier, but Azure ML requires Premium with private endpoints. Ask its owner to upgrade it.',
  'fix.limit.approval':
    'Private endpoint {name} isn’t approved. Ask the owner of {target} to approve the connection.',
  'fix.limit.endpointRoom':
    'Private endpoints don’t fit in {network}: each subnet is delegated or doesn’t have enough free addresses. Add a subnet.',
  'fix.limit.servers':
    'The DNS servers {servers} resolve names, and their answers can’t be checked. Ask your network team to create the private endpoint.',
  'fix.limit.zoneTaken':
    'A private DNS zone for {network} already resolves {target} to another private endpoint. Peer the networks, or ask your network team.',

  'write.made.privateEndpoint':
    'Private endpoint for {target} ({group}). Azure bills it from its creation. Deploy it with permission to approve the connection, or Azure rejects the deployment.',
  'write.made.privateDnsZone':
    'New private DNS zone, so that names resolve to the private endpoint in linked virtual networks.',
  'write.made.zoneGroup': 'Registers the addresses of the private endpoint in the private DNS zones.',
  'write.parameter.madeZoneName':
    'Name of the private DNS zone to create. The zone resolves the names of this domain.',
  'write.parameter.privateEndpointName': 'Name of the private endpoint to create.',
  'write.parameter.privateEndpointSubnetId': 'Resource ID of the subnet of the private endpoint.',
  'write.parameter.privateEndpointTargetId':
    'Resource ID of the resource that the private endpoint connects to.',
  'write.parameter.keepingZoneId':
    'Resource ID of the private DNS zone that contains the records of the private endpoint.',

  'apply.waiting':
    '{name} is created. The fix takes effect after the owner of {target} approves the connection. After approval, continue.',
  'apply.request': 'For Azure Machine Learning compute in {network}.',
  'preview.type.endpoint': 'Private endpoint',
  'preview.type.zone': 'Private DNS zone',
  'preview.type.zoneGroup': 'DNS zone group',
} as const;
