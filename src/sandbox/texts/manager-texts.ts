import type { FailureText } from './failure-text';

/** Errors of Resource Manager itself. */
export const managerTexts = {
  missingApiVersion: {
    code: 'MissingApiVersionParameter',
    message: 'The api-version query parameter (?api-version=) is required for all requests.',
    origin: 'seen',
    source: 'error bodies in public client tests, e.g. Flow REST clients of 2019',
  },
  invalidApiVersion: {
    code: 'InvalidApiVersionParameter',
    message:
      "The api-version '{version}' is invalid. The supported versions are dates such as '2024-05-01' or '2024-05-01-preview'.",
    origin: 'code seen',
  },
  authenticationFailed: {
    code: 'AuthenticationFailed',
    message: "Authentication failed. The 'Authorization' header is missing.",
    origin: 'code seen',
  },
  expiredToken: {
    code: 'ExpiredAuthenticationToken',
    message: 'The access token expiry UTC time is earlier than current UTC time.',
    origin: 'code seen',
  },
  authorizationFailed: {
    code: 'AuthorizationFailed',
    message:
      "The client '{client}' with object id '{objectId}' does not have authorization to perform action '{action}' over scope '{scope}' or the scope is invalid. If access was recently granted, please refresh your credentials.",
    origin: 'seen',
    source: 'https://github.com/Azure/CloudShell/issues/561',
  },
  invalidGraphQuery: {
    code: 'BadRequest',
    message: 'Query is invalid: the embedded Azure answers one question of Resource Graph.',
    origin: 'made up',
  },
  invalidActivityFilter: {
    code: 'BadRequest',
    message: '$filter searching parameters invalid.',
    origin: 'seen',
    source: 'https://github.com/MicrosoftDocs/feedback/issues/319',
  },
  linkedAuthorizationFailed: {
    code: 'LinkedAuthorizationFailed',
    message:
      "The client '{client}' with object id '{objectId}' has permission to perform action '{action}' on scope '{scope}'; however, it does not have permission to perform action '{linkedAction}' on the linked scope(s) '{linkedScope}' or the linked scope(s) are invalid.",
    origin: 'code seen',
  },
  networkRuleAction: {
    code: 'InvalidValuesForRequestParameters',
    message: "Values for request parameters are invalid: networkAcls.defaultAction '{action}'.",
    origin: 'code seen',
  },
  networkRuleAddress: {
    code: 'InvalidValuesForRequestParameters',
    message: "Values for request parameters are invalid: networkAcls.ipRules '{value}'.",
    origin: 'code seen',
  },
  networkRuleSubnet: {
    code: 'NetworkAclsValidationFailure',
    message: 'Validation of network acls failure: subnet {id} was not found.',
    origin: 'code seen',
  },
  noServiceEndpoint: {
    code: 'NetworkAclsValidationFailure',
    message:
      'Validation of network acls failure: SubnetsHaveNoServiceEndpointsConfigured: subnet {id} does not have service endpoint {endpoint} configured.',
    origin: 'code seen',
  },
  scopeLocked: {
    code: 'ScopeLocked',
    message:
      "The scope '{scope}' cannot perform {operation} operation because following scope(s) are locked: '{locked}'. Please remove the lock and try again.",
    origin: 'seen',
    source: 'error bodies quoted in public issues of Terraform and Azure CLI',
  },
  disallowedByPolicy: {
    code: 'RequestDisallowedByPolicy',
    message: "Resource '{name}' was disallowed by policy. Policy identifiers: '{identifiers}'.",
    origin: 'seen',
    source: 'https://github.com/hashicorp/terraform-provider-azurerm/issues/28701',
  },
  notRegistered: {
    code: 'MissingSubscriptionRegistration',
    message:
      "The subscription is not registered to use namespace '{namespace}'. See https://aka.ms/rps-not-found for how to register subscriptions.",
    origin: 'seen',
    source:
      'https://learn.microsoft.com/azure/azure-resource-manager/troubleshooting/error-register-resource-provider',
  },
  namespaceUnknown: {
    code: 'InvalidResourceNamespace',
    message: "The resource namespace '{namespace}' is invalid.",
    origin: 'code seen',
  },
  lockLevel: {
    code: 'InvalidRequestContent',
    message: "The lock level '{level}' is not one of CanNotDelete and ReadOnly.",
    origin: 'made up',
  },
  lockNotFound: {
    code: 'LockNotFound',
    message: "The lock '{name}' could not be found.",
    origin: 'code seen',
  },
  policyAssignmentNotFound: {
    code: 'PolicyAssignmentNotFound',
    message: "The policy assignment '{id}' could not be found.",
    origin: 'code seen',
  },
  policyRuleInvalid: {
    code: 'InvalidPolicyRule',
    message: "The policy rule of definition '{name}' has no condition or no effect.",
    origin: 'code seen',
  },
  policyDefinitionNotFound: {
    code: 'PolicyDefinitionNotFound',
    message: "The policy definition '{id}' could not be found.",
    origin: 'code seen',
  },
  invalidFilter: {
    code: 'InvalidFilterInQueryString',
    message: "Invalid $filter '{filter}' specified in the query string.",
    origin: 'code seen',
  },
  identityNotFound: {
    code: 'FailedIdentityOperation',
    message:
      "Identity operation for resource '{resource}' failed with error 'Failed to perform resource identity operation. The identity '{identity}' was not found.'",
    origin: 'code seen',
  },
  tagCharacters: {
    code: 'InvalidTagNameCharacters',
    message: "The tag name '{name}' has reserved characters '<,>,%,&,\\,?,/' or control characters.",
    origin: 'code seen',
  },
  tagReserved: {
    code: 'ReservedTagName',
    message: "The tag name '{name}' begins with 'microsoft', 'azure' or 'windows', which are reserved.",
    origin: 'documented',
    source: 'https://learn.microsoft.com/powershell/module/az.resources/set-aztag',
  },
  tagLength: {
    code: 'InvalidTagNameLength',
    message: "The tag name '{name}' must have between 1 and {limit} characters.",
    origin: 'documented',
    source: 'https://learn.microsoft.com/azure/azure-resource-manager/management/tag-resources',
  },
  tagValue: {
    code: 'InvalidTagValueLength',
    message: "The value of tag '{name}' must be a text of at most {limit} characters.",
    origin: 'documented',
    source: 'https://learn.microsoft.com/azure/azure-resource-manager/management/tag-resources',
  },
  doubledTag: {
    code: 'InvalidTags',
    message: "The tag name '{name}' is given more than once. Tag names are not case-sensitive.",
    origin: 'made up',
  },
  tooManyTags: {
    code: 'TooManyTags',
    message: 'A resource can have 50 tags at most, the request has {n}.',
    origin: 'documented',
    source: 'https://learn.microsoft.com/azure/azure-resource-manager/management/tag-resources',
  },
  subscriptionNotFound: {
    code: 'SubscriptionNotFound',
    message: "The subscription '{subscription}' could not be found.",
    origin: 'code seen',
  },
  resourceGroupNotFound: {
    code: 'ResourceGroupNotFound',
    message: "Resource group '{group}' could not be found.",
    origin: 'code seen',
  },
  resourceNotFound: {
    code: 'ResourceNotFound',
    message:
      "The Resource '{resource}' under resource group '{group}' was not found. For more details please go to https://aka.ms/ARMResourceNotFoundFix",
    origin: 'code seen',
  },
  childNotFound: { code: 'NotFound', message: 'Resource {id} not found.', origin: 'code seen' },
  invalidResourceType: {
    code: 'InvalidResourceType',
    message:
      "The resource type '{type}' could not be found in the namespace '{provider}' of the embedded Azure.",
    origin: 'code seen',
  },
  invalidRequestContent: {
    code: 'InvalidRequestContent',
    message: "The request content was invalid and could not be deserialized: '{reason}'.",
    origin: 'code seen',
  },
  invalidRequestFormat: {
    code: 'InvalidRequestFormat',
    message: 'Cannot parse the request.',
    origin: 'code seen',
  },
  locationRequired: {
    code: 'LocationRequired',
    message: 'The location property is required for this definition.',
    origin: 'code seen',
  },
  invalidResourceLocation: {
    code: 'InvalidResourceLocation',
    message:
      "The resource '{name}' already exists in location '{location}' in resource group '{group}'. A resource with the same name cannot be created in location '{other}'. Please select a new resource name.",
    origin: 'code seen',
  },
  preconditionFailed: {
    code: 'PreconditionFailed',
    message: "Precondition failed. The etag provided '{etag}' does not match the resource's etag.",
    origin: 'code seen',
  },
  anotherOperation: {
    code: 'AnotherOperationInProgress',
    message:
      'Another operation on this or dependent resource is in progress. To retrieve status of the operation use uri: {uri}.',
    origin: 'code seen',
    source: 'https://github.com/hashicorp/terraform-provider-azurerm (retry lists of public modules)',
  },
  tooManyRequests: {
    code: 'TooManyRequests',
    message: 'The request is being throttled as the limit has been reached for operation type.',
    origin: 'code seen',
  },
  internalError: { code: 'InternalServerError', message: 'An error occurred.', origin: 'code seen' },
} as const satisfies Readonly<Record<string, FailureText>>;
