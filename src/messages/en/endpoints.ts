/** Private endpoints and private DNS zones that a fix makes. */
export const endpoints = {
  'step.connect': 'Makes private endpoint {name} for {target} ({group}) in {subnet}.',
  'step.disconnect': 'Deletes private endpoint {name} of {target}.',
  'step.addZone': 'Makes private DNS zone {name}.',
  'step.removeZone': 'Deletes private DNS zone {name}, if nobody put anything into it.',
  'step.deregister': 'Has the addresses of {endpoint} kept in {zones} no more.',
  'step.register': 'Has the addresses of {endpoint} kept in {zones}.',

  'endpoint.note.billed':
    '{name} is billed from the moment it exists. It takes {n} {n:address|addresses} of {subnet}.',
  'endpoint.note.zoneBilled': 'Azure bills private DNS zone {zone} from the moment it exists.',
  'endpoint.note.names': 'The names of {target} then lead to private addresses, for everybody in {network}.',
  'endpoint.note.elsewhere':
    '{n} further {n:network asks|networks ask} {zone}: there too the names lead to these addresses, reached or not.',
  'endpoint.note.approval':
    'Where you may not approve the connection yourself, the owner of {target} is asked, and nothing is fixed before the answer.',
  'endpoint.note.open': 'Public access to {workspace} is on and stays on.',
  'endpoint.note.shut': 'Public access to {workspace} is off and stays off.',
  'endpoint.note.servers':
    '{servers} must send questions for {zones} on to 168.63.129.16 in a network that is linked to these zones, or hold the addresses of the endpoint.',
  'endpoint.note.situational':
    'Endpoints of {name} for queue and table are made by a fix of their own: only batch endpoints and parallel runs need them.',

  'fix.limit.premium':
    'Registry {name} is {sku}: with private endpoints Azure ML asks for Premium. Its owner changes that first.',
  'fix.limit.approval': '{name} waits for the owner of {target}, or was refused. Ask there.',
  'fix.limit.endpointRoom':
    'No subnet of {network} takes a private endpoint: none is free of delegations and has addresses left.',
  'fix.limit.servers':
    'Names are asked of {servers}, and nobody sees from here whether these would answer with the addresses of a private endpoint. Ask the network team to make it.',
  'fix.limit.zoneTaken':
    'A private DNS zone that {network} asks, or would have to, answers for another private endpoint of {target}, and holds one address for a name. Peer the networks, or ask the network team.',

  'write.made.privateEndpoint':
    'The private endpoint that {target} ({group}) is reached by. Billed from the moment it exists. Who deploys it must be allowed to approve it, otherwise Azure refuses the deployment.',
  'write.made.privateDnsZone':
    'New, so that names lead to the private endpoint. It answers who is linked to it.',
  'write.made.zoneGroup': 'Keeps the addresses of the endpoint in the zones.',
  'write.parameter.madeZoneName': 'Private DNS zone that is made; its name is what it answers for.',
  'write.parameter.privateEndpointName': 'Private endpoint that is made.',
  'write.parameter.privateEndpointSubnetId': 'Resource id of the subnet of the private endpoint.',
  'write.parameter.privateEndpointTargetId': 'Resource id of what the private endpoint stands for.',
  'write.parameter.keepingZoneId':
    'Resource id of the private DNS zone that keeps the addresses of the endpoint.',

  'apply.waiting':
    '{name} is made and waits for approval by the owner of {target}. Nothing is fixed until then. Once it is approved, continue.',
  'apply.request': 'For Azure ML computes in {network}.',
  'preview.type.endpoint': 'Private endpoint',
  'preview.type.zone': 'Private DNS zone',
  'preview.type.zoneGroup': 'DNS zone group',
} as const;
