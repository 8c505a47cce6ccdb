/** The deployment scope of a template, as the user chose it. */
export interface ChosenDeploymentScope {
  readonly subscriptionId: string;
  /** Missing if the template is deployed to the subscription. */
  readonly resourceGroup?: string;
  /** ARM location of the resource group. */
  readonly location?: string;
}
