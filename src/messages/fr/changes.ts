/** What somebody else changed in Azure meanwhile, in French. */
export const changes = {
  'board.changed':
    '{name} a changé dans Azure à {time} : {what}. {n} {n:verdict a changé|verdicts ont changé}.',
  'board.new':
    '{n} {n:exigence est nouvelle|exigences sont nouvelles} depuis la dernière évaluation de ce sous-réseau.',
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
  'changed.setting.securityGroup': 'groupe de sécurité',
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
  'changed.setting.gateway': 'passerelle de réseau',
  'changed.setting.adminRules': 'règles du gestionnaire de réseau',
  'changed.setting.sku': 'référence (SKU)',
  'changed.setting.publicAddresses': 'adresses publiques',
  'fix.notProven':
    'Aucune correction n’est plus prouvée : quelqu’un d’autre a fait un changement. Relisez l’état de préparation.',

  'apply.late':
    'Azure a accepté la modification de {name}, puis a échoué : {why} L’état de préparation montre ce qui s’y trouve.',
  'create.line.unsent':
    'Azure n’a pas dit que le nom est libre, donc rien n’a été envoyé. Vous pouvez réessayer.',
  'create.line.lost':
    'La réponse d’Azure s’est perdue après {time}, et aucun calcul ne porte ce nom. Vous pouvez réessayer.',
  'create.deleting': 'Suppression de {name}',
  'create.line.deleting':
    'Les nœuds doivent d’abord partir, ce qui prend des minutes. Vous pouvez fermer cette page.',
  'create.deleted': '{name} a été supprimé.',
  'create.delete.failed': '{name} n’a pas été supprimé : {why} Vous pouvez réessayer de le supprimer.',
} as const;
