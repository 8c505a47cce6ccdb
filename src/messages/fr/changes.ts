/** What somebody else changed in Azure meanwhile, in French. */
export const changesMessages = {
  'board.changed':
    '{name} a changé dans Azure à {time} : {what}. {n} {n:résultat a changé|résultats ont changé}.',
  'board.new':
    '{n} {n:exigence est nouvelle|exigences sont nouvelles} depuis la dernière vérification de ce sous-réseau.',
  'action.signInAgain': 'Se reconnecter',
  'changed.show': 'Afficher',
  'changed.dismiss': 'Masquer',
  'changed.rule.added': '{n:règle|règles} {names} {n:ajoutée|ajoutées}',
  'changed.rule.removed': '{n:règle|règles} {names} {n:supprimée|supprimées}',
  'changed.rule.changed': '{n:règle|règles} {names} {n:modifiée|modifiées}',
  'changed.route.added': '{n:route|routes} {names} {n:ajoutée|ajoutées}',
  'changed.route.removed': '{n:route|routes} {names} {n:supprimée|supprimées}',
  'changed.route.changed': '{n:route|routes} {names} {n:modifiée|modifiées}',
  'changed.andMore': '{names} et {n} de plus',
  'changed.readable': 'vous pouvez maintenant la lire',
  'changed.unreadable': 'vous ne pouvez plus la lire',
  'changed.settings': 'modifié : {names}',
  'changed.setting.securityGroup': 'groupe de sécurité réseau',
  'changed.setting.routeTable': 'table de routage',
  'changed.setting.natGateway': 'passerelle NAT',
  'changed.setting.firewallRules': 'règles',
  'changed.setting.addressPrefixes': 'adresses',
  'changed.setting.delegations': 'délégation',
  'changed.setting.serviceEndpoints': 'points de terminaison de service',
  'changed.setting.serviceEndpointPolicies': 'stratégies de point de terminaison de service',
  'changed.setting.defaultOutboundAccess': 'accès sortant par défaut',
  'changed.setting.dnsServers': 'serveurs DNS',
  'changed.setting.peerings': 'appairages',
  'changed.setting.gateway': 'passerelle de réseau virtuel',
  'changed.setting.adminRules': 'règles d’administration de la sécurité',
  'changed.setting.sku': 'référence (SKU)',
  'changed.setting.publicAddresses': 'adresses IP publiques',
  'fix.notProven':
    'Cette correction ne s’applique plus : le réseau a changé dans Azure. Consultez de nouveau l’état de préparation.',

  'apply.late':
    'Azure a accepté la modification de {name}, mais elle a échoué ensuite : {why} L’état de préparation montre l’état actuel.',
  'create.line.unsent':
    'Impossible de confirmer que le nom est libre : rien n’a été envoyé. Vous pouvez réessayer.',
  'create.line.lost':
    'La réponse d’Azure a été perdue après {time}, et aucune ressource de calcul ne porte ce nom. Vous pouvez réessayer.',
  'create.deleting': 'Suppression de {name}',
  'create.line.deleting':
    'Les nœuds sont d’abord supprimés, ce qui prend quelques minutes. Vous pouvez fermer cette page.',
  'create.deleted': '{name} a été supprimé.',
  'create.delete.failed': '{name} n’a pas été supprimé : {why} Vous pouvez réessayer.',
} as const;
