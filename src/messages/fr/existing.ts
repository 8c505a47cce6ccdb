import type { existingMessages as english } from '../en/existing';

export const existingMessages: Readonly<Record<keyof typeof english, string>> = {
  'file.existing.read': 'Lire les ressources existantes dans Azure',
  'file.existing.refresh': 'Actualiser depuis Azure',
  'file.existing.chooseScope': 'Choisir l’abonnement et le groupe de ressources…',
  'file.existing.stop': 'Ne plus lire dans Azure',
  'file.existing.readAt': '{text} Sous-réseau lu dans Azure à {time}.',
  'file.existing.serviceReadAt': '{text} {name} lu dans Azure à {time}.',
  'file.existing.status.read': 'Lu dans Azure à {time} : {names}',
  'file.existing.status.offered': 'Absents des fichiers : {names}',
  'file.existing.status.tags': 'Balises de service au {date}',
  'file.existing.hover.ready': '{subnet} : prêt. Lu dans Azure à {time}.',
  'file.existing.hover.open':
    '{subnet} : {n} {n:erreur|erreurs}, {unknown} {unknown:inconnu|inconnus}. Lu dans Azure à {time}.',
  'file.existing.reading': 'Lecture des ressources existantes dans Azure',
  'file.existing.on':
    'Les ressources existantes auxquelles font référence les fichiers de {folder} sont désormais lues dans Azure avec votre compte. Pour arrêter, utilisez la commande {command}.',
  'file.existing.stopped': 'Les ressources existantes des fichiers de {folder} ne sont plus lues dans Azure.',
  'file.existing.pickSubscription': 'Dans quel abonnement {file} est-il déployé ?',
  'file.existing.pickGroup': 'Dans quel groupe de ressources {file} est-il déployé ?',
  'file.existing.noFile': 'Ouvrez d’abord un fichier Bicep ou un modèle ARM.',
  'file.existing.nothing':
    'Rien à lire dans Azure : les fichiers de {file} contiennent toutes les ressources utilisées.',
  'file.existing.restricted':
    'En mode restreint, rien n’est lu dans Azure. Approuvez d’abord cet espace de travail.',
  'file.existing.off': 'Le paramètre {setting} désactive la lecture dans Azure.',
  'file.existing.underWay': '{name} est en cours de lecture dans Azure.',
  'file.existing.noValue':
    'Une partie de l’ID de {name} n’a pas de valeur. Choisissez l’abonnement et le groupe de ressources, ou un fichier de paramètres.',
  'file.existing.notInSample':
    '{name} n’est pas dans l’abonnement d’exemple. Connectez-vous pour lire cette ressource dans Azure.',
  'file.existing.noSubscription':
    'Votre compte n’a pas accès à l’abonnement {subscription} : {name} n’a pas été lu. Vérifiez l’ID, ou connectez-vous avec un compte qui y a le rôle Lecteur.',
  'file.existing.notThere':
    '{name} n’est pas dans le groupe de ressources {group}, ou vous n’êtes pas autorisé à lire cette ressource. Vérifiez le nom, ou demandez le rôle Lecteur.',
  'file.existing.signedOut':
    'Vous n’êtes pas connecté : {name} n’a pas été lu dans Azure. Connectez-vous, puis actualisez.',
  'file.existing.forbidden':
    'Vous n’êtes pas autorisé à lire {name}. Rôle requis : Lecteur sur l’abonnement {subscription}.',
  'file.existing.throttled':
    'Azure limite les requêtes : {name} n’a pas été lu. Actualisez dans quelques minutes.',
  'file.existing.timeout':
    'Azure n’a pas répondu à temps : {name} n’a pas été lu. Actualisez pour réessayer.',
  'file.existing.offline':
    'Azure est injoignable depuis cet ordinateur : {name} n’a pas été lu. Vérifiez la connexion réseau ou le proxy, puis actualisez.',
  'file.existing.failed':
    'Azure a renvoyé une erreur : {name} n’a pas été lu. Actualisez pour réessayer. Pour plus de détails, consultez le journal (Sortie, Secured AML Compute).',
  'file.existing.zonesInFiles':
    'Les fichiers créent des zones DNS privées ou des enregistrements qu’Azure n’a pas encore.',
  'file.existing.changedByFiles':
    'Les fichiers modifient {name} : son état actuel dans Azure n’est pas utilisé.',
};
