/** Where a template is deployed, as the user chose it. */
export interface ChosenDeploymentScope {
  readonly subscriptionId: string;
  /** Missing where the template is deployed to the subscription. */
  readonly resourceGroup?: string;
  /** ARM location of the resource group. */
  readonly location?: string;
}
