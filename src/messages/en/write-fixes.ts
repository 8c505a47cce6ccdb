/** Texts of written files about resources that a fix makes and the subnet that it changes. */
export const writeFixes = {
  'write.made.securityGroup':
    'New, so that what is needed is allowed by rules and nothing else leaves for the internet.',
  'write.made.routeTable': 'New, so that routes from a gateway cannot take what Azure ML needs.',
  'write.made.natGateway': 'The way out of the nodes. Billed from the moment it exists, used or not.',
  'write.made.publicIpAddress': 'The address that the NAT gateway leaves by.',
  'write.subnet':
    'Azure replaces a subnet as a whole: what is left out here is taken away from it. So all that it had on {date} is repeated. Before deploying, look whether it changed since. Where another template owns the network, move these lines there.',
  'write.parameter.natGatewayName': 'NAT gateway that is made.',
  'write.parameter.publicIpAddressName': 'Public IP address that is made for the NAT gateway.',
  'write.parameter.subnetSecurityGroupId': 'Resource id of the subnet’s network security group.',
  'write.parameter.subnetRouteTableId': 'Resource id of the subnet’s route table.',
  'write.parameter.subnetNatGatewayId': 'Resource id of the subnet’s NAT gateway.',
  'write.link':
    'Link of private DNS zone {zone} to {network}, so that its names lead to private endpoints. It registers no machine.',
  'write.parameter.privateDnsZoneName': 'Private DNS zone that is linked.',
  'write.parameter.linkedNetworkId': 'Resource id of the virtual network that asks the zone.',
  'write.parameter.privateDnsZoneResourceGroup': 'Resource group of the private DNS zone.',
  'write.parameter.privateDnsZoneSubscription': 'Subscription of the private DNS zone.',
  'write.leftOut.undelegate': 'remove the delegation of {resource}',

  'write.leftOut.admit': 'name {subnet} in the network rules of {name}',
  'write.leftOut.trust': 'let trusted services of Azure into {name}',
  'write.leftOut.link': 'link private DNS zone {zone} to {network}',
  'write.leftOut.appoint': 'name {compute} as the image build compute of {name}',

  'step.admit': 'Names {subnet} in the network rules of {name}.',
  'step.dismiss': 'Takes {subnet} out of the network rules of {name}.',
  'step.trust': 'Lets trusted services of Azure into {name}.',
  'step.distrust': 'Lets trusted services of Azure into {name} no more.',
  'step.link': 'Links private DNS zone {zone} to {network}.',
  'step.unlink': 'Takes the link of private DNS zone {zone} to {network} away.',
  'step.appoint': 'Names {compute} as the cluster that builds images of {name}.',
} as const;
