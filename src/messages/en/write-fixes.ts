/** Texts of written files about resources that a fix makes and the subnet that it changes. */
export const writeFixesMessages = {
  'write.made.securityGroup':
    'New network security group (NSG) that allows the required traffic and denies other outbound internet traffic.',
  'write.made.routeTable':
    'New route table, so that routes from a gateway don’t redirect the traffic of Azure ML.',
  'write.made.natGateway':
    'Outbound access for the nodes. Azure bills a NAT gateway from its creation, even when it isn’t used.',
  'write.made.publicIpAddress': 'Public IP address of the NAT gateway.',
  'write.subnet':
    'Azure replaces the whole subnet and removes properties that aren’t in this file. The file repeats all properties as of {date}. Before you deploy, check that they’re current. If another template owns the network, move these lines to that template.',
  'write.parameter.natGatewayName': 'Name of the NAT gateway to create.',
  'write.parameter.publicIpAddressName': 'Name of the public IP address to create for the NAT gateway.',
  'write.parameter.subnetSecurityGroupId': 'Resource ID of the subnet’s network security group (NSG).',
  'write.parameter.subnetRouteTableId': 'Resource ID of the subnet’s route table.',
  'write.parameter.subnetNatGatewayId': 'Resource ID of the subnet’s NAT gateway.',
  'write.link':
    'Links private DNS zone {zone} to {network}, so that its names resolve to private endpoints. Auto registration is off.',
  'write.parameter.privateDnsZoneName': 'Name of the private DNS zone to link.',
  'write.parameter.linkedNetworkId': 'Resource ID of the virtual network to link to the private DNS zone.',
  'write.parameter.privateDnsZoneResourceGroup': 'Resource group of the private DNS zone.',
  'write.parameter.privateDnsZoneSubscription': 'Subscription of the private DNS zone.',
  'write.leftOut.undelegate': 'Remove the subnet delegation from {resource}.',

  'write.leftOut.admit': 'Add {subnet} to the network rules of {name}.',
  'write.leftOut.trust': 'Allow trusted Azure services to access {name}.',
  'write.leftOut.link': 'Link private DNS zone {zone} to {network}.',
  'write.leftOut.appoint': 'Set {compute} as the image build compute of {name}.',

  'step.admit': 'Adds {subnet} to the network rules of {name}.',
  'step.dismiss': 'Removes {subnet} from the network rules of {name}.',
  'step.trust': 'Allows trusted Azure services to access {name}.',
  'step.distrust': 'Stops allowing trusted Azure services to access {name}.',
  'step.link': 'Links private DNS zone {zone} to {network}.',
  'step.unlink': 'Removes the link between private DNS zone {zone} and {network}.',
  'step.appoint': 'Sets {compute} as the image build compute of {name}.',
} as const;
