/** Names of what only files can have, and the words of its pages. */
export const fileChecks = {
  'finding.compute-before-private-endpoint.name':
    'A compute without public IP waits for the private endpoint',
  'finding.compute-before-private-endpoint.short': 'compute before the private endpoint',
  'finding.compute-before-private-endpoint.finds':
    'A compute cluster or compute instance with `enableNodePublicIp: false` that Azure may create before the private endpoint of its workspace, where one deployment creates both. What a resource waits for is read from `dependsOn`, symbolic names, `reference()`, parents, and module parameters and outputs. The result is unknown where a condition or name without a value decides the order, where a module isn’t restored, and where the workspace is created elsewhere. A managed virtual network doesn’t need the endpoint.',
  'finding.compute-before-private-endpoint.consequence':
    "Azure refuses the compute: “Provided EnableNodePublicIp 'False' requires workspace private endpoint.” A second deployment succeeds, because the endpoint exists by then.",
  'finding.compute-before-private-endpoint.ask':
    'Add the private endpoint to `dependsOn` of the compute. Where modules create them, add the endpoint’s module to `dependsOn` of the compute’s module; the fix writes either. Where the endpoint’s module already depends on the compute’s, move the compute to a separate module.',
  'finding.compute-before-private-endpoint.blind':
    'Serverless compute: it’s a setting of the workspace, which always exists before its private endpoint, and no source states that Azure refuses it. Whether the compute must also wait for the DNS zone group of the endpoint: the template of the source waits for both, but Azure’s refusal names only the endpoint. Endpoints that exist in Azure already.',

  'finding.compute-outside-network.name': 'The compute is in the network declared for it',
  'finding.compute-outside-network.short': 'compute outside the network',
  'finding.compute-outside-network.finds':
    'A cluster or an instance that names no subnet, where the same deployment declares one or more subnets for Azure ML: their security group names a tag of Azure ML or Batch, or a comment of this extension says so. Quiet where the workspace has a managed network or is in no file, and where the compute itself says which, if only none.',
  'finding.compute-outside-network.consequence':
    'Its nodes run in a network of Microsoft’s: they do not reach what is private in yours, and none of your rules and routes apply to them.',
  'finding.compute-outside-network.ask':
    'Name the subnet in `properties.properties.subnet.id`. The fix writes it where the file can name the subnet; of several subnets each is offered, or those alone that a comment keeps for this kind of compute. A compute that exists already keeps its network: delete it and create it again. If it is to stay outside, ignore the check there.',
  'finding.compute-outside-network.blind':
    'Whether the compute is left outside on purpose, and what stands in Azure already. Which of several subnets is meant, a person says.',

  'finding.invalid-network-value.name': 'Valid prefixes and DNS servers',
  'finding.invalid-network-value.short': 'invalid prefix or DNS server',
  'finding.invalid-network-value.finds':
    'A value in `addressPrefix`, `addressPrefixes`, or `dnsServers` of a checked network or subnet that is not an IP address or prefix, such as an empty string. What depends on the value is unknown.',
  'finding.invalid-network-value.consequence': 'Azure refuses the network, so the deployment fails.',
  'finding.invalid-network-value.ask':
    'Write an address or a prefix, such as `10.0.1.0/24`. Where the value comes from a parameter, give it in the parameter file.',
  'finding.invalid-network-value.blind': 'Values that are known only at deployment.',

  'finding.misspelt-join-action.name': 'The action that joins a subnet',
  'finding.misspelt-join-action.short': 'misspelt action',
  'finding.misspelt-join-action.finds':
    'A role definition of your own whose actions or notActions name `Microsoft.Network/virtualNetworks/subnet/join/action`, without the s of subnets, whatever the case of its letters. Azure’s own roles are left alone.',
  'finding.misspelt-join-action.consequence':
    'Whoever has the role may not join the subnet, so creating a compute in it is refused.',
  'finding.misspelt-join-action.ask':
    'Write `Microsoft.Network/virtualNetworks/subnets/join/action`. The fix is offered where the text stands in the file as a whole.',
  'finding.misspelt-join-action.blind':
    'Roles that are in Azure already: the board tells of yours, under permissions. A wildcard such as `Microsoft.Network/virtualNetworks/subnet/*` is not told.',

  'finding.policy-denies-resource.name': 'No policy of the files denies the resources',
  'finding.policy-denies-resource.short': 'denied by a policy',
  'finding.policy-denies-resource.finds':
    'A policy assignment in the files that denies a compute resource of the files, or the virtual network, subnet, or NSG that is checked for it. Conditions on the type, location, name, tags, and properties are evaluated, with `allOf`, `anyOf`, `not`, and `count`, in definitions and sets of the files and in built-in definitions that this extension knows. The result is unknown where a condition, a definition, or a value can’t be evaluated.',
  'finding.policy-denies-resource.consequence':
    'Azure Policy refuses the resource, so the deployment fails. An assignment takes effect some minutes after its creation: a first deployment may still succeed.',
  'finding.policy-denies-resource.ask':
    'Change the resource so that the policy allows it, or exclude its scope from the assignment (`notScopes`, or an exemption).',
  'finding.policy-denies-resource.blind':
    'Assignments that are only in Azure, and policies that change the resource before it’s created (`modify`, `append`).',

  'finding.subnet-not-in-files.name': 'The subnet of a compute is in the files',
  'finding.subnet-not-in-files.short': 'subnet not in the files',
  'finding.subnet-not-in-files.finds':
    'A cluster, an instance or a workspace’s serverless compute whose subnet no file of the deployment declares: its id is a parameter without a value, or names a network that exists already.',
  'finding.subnet-not-in-files.consequence':
    'Unknown: the network of that subnet isn’t checked. In the terminal the run ends with 1.',
  'finding.subnet-not-in-files.ask':
    'Pass the file that declares the subnet to the same command, or what `az network vnet show` prints. Give a parameter its value with `--params`. In the editor, put both into one deployment. A network that exists already is also checked by *Check a subnet*.',
  'finding.subnet-not-in-files.blind':
    'Networks in files that the command doesn’t name one by one, even in the same folder: they may belong to another deployment.',
} as const;
