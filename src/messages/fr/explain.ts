/** *Expliquer un message d’erreur* : la question et la page. */
export const explain = {
  'explain.title': 'Un message d’erreur d’Azure, expliqué',
  'explain.file': 'Erreur expliquée.md',
  'explain.prompt': 'Collez ce qu’Azure a dit : texte ou JSON, en entier. Cela reste sur cet ordinateur.',
  'explain.empty': 'Collez d’abord un message d’erreur.',
  'explain.pages': 'Pages des vérifications que cette erreur concerne',
  'explain.said': 'Ce qu’Azure a dit, mot pour mot',
  'explain.cut': 'Les {n} premiers caractères sont affichés ; tout le texte a été examiné.',
  'explain.likely': 'Ce que cela signifie sans doute',
  'explain.noEvidence':
    'Il manque les faits d’un sous-réseau : rien n’est donc exclu ici. Choisissez le sous-réseau dans *Créer un calcul AML sécurisé* pour voir ce que son réseau décide.',
  'explain.ranked': '{rank} : {name}',
  'explain.advice': 'Que faire : {advice}',
  'explain.check': 'Vérification : {name} (`{id}`). {pages}',
  'explain.unknown': 'Nous ne connaissons pas cet échec.',
  'explain.unknown.do':
    'Cela ne dit rien de votre réseau. Choisissez le sous-réseau dans *Créer un calcul AML sécurisé* : son tableau dit ce que le réseau laisse passer.',
  'explain.taken': 'Le nom est pris',
  'explain.taken.means': 'Un calcul de ce nom existe déjà, ici ou ailleurs dans la région.',
  'explain.taken.do': 'Choisissez un autre nom, ou supprimez le calcul qui le porte.',
  'explain.name': 'Le nom n’est pas permis',
  'explain.name.means': 'Azure n’accepte pas de calcul de ce nom.',
  'explain.name.do':
    'Utilisez des lettres, des chiffres et des tirets, commencez par une lettre, finissez par une lettre ou un chiffre ; 24 caractères au plus pour une instance, 32 pour un cluster.',
  'explain.join': 'Droit d’utiliser le réseau',
  'explain.join.means':
    'Qui crée le calcul n’a pas le droit de le joindre au sous-réseau ou au réseau que le message nomme.',
  'explain.join.do': 'Demandez à qui gère ce réseau le rôle Contributeur de réseau sur celui-ci.',
  'explain.write': 'Droit de créer des calculs',
  'explain.write.means': 'Qui crée le calcul n’a pas le droit d’écrire des calculs dans l’espace de travail.',
  'explain.write.do':
    'Demandez au propriétaire de l’espace de travail le rôle AzureML Compute Operator ou Contributeur.',
  'explain.permission': 'Un droit manque',
  'explain.permission.means':
    'Azure dit que le compte n’a pas le droit de faire ce que le message appelle l’action.',
  'explain.permission.do':
    'Demandez au propriétaire de l’étendue que le message nomme un rôle qui contient cette action.',
  'explain.policy': 'Une stratégie l’interdit',
  'explain.policy.means':
    'La stratégie de votre organisation a refusé une ressource ; le message nomme l’une et l’autre.',
  'explain.policy.do': 'Demandez à qui gère la stratégie une exemption, ou ce qu’elle veut voir.',
  'explain.lock': 'Un verrou l’interdit',
  'explain.lock.means': 'Une ressource, son groupe ou l’abonnement est verrouillé ; le message dit lequel.',
  'explain.lock.do':
    'Demandez au propriétaire de cette étendue de retirer le verrou le temps de créer le calcul.',
  'explain.addresses': 'Adresses du sous-réseau',
  'explain.addresses.means':
    'Chaque nœud prend une adresse du sous-réseau ; sans adresse libre, il ne démarre pas.',
  'explain.addresses.do':
    'Choisissez un sous-réseau plus grand ou moins rempli, ou moins de nœuds au maximum.',
  'explain.quota': 'Quota atteint',
  'explain.quota.means': 'Si le quota ne permet pas plus de cœurs ou de clusters, Azure n’en démarre aucun.',
  'explain.quota.do':
    'Choisissez une taille plus petite ou une autre famille, supprimez ce que personne n’utilise, ou demandez plus de quota.',
  'explain.network': 'Le réseau bloque ce dont les nœuds ont besoin pour démarrer',
  'explain.network.means':
    'Des nœuds qui n’atteignent ni Batch ni le stockage, ou dont les réponses prennent un autre chemin, ne deviennent jamais utilisables.',
  'explain.network.do':
    'Regardez le tableau du sous-réseau ; chaque flux bloqué y a la règle ou la route qui en décide.',
  'explain.capacity': 'Machines de cette taille',
  'explain.capacity.means': 'La région n’a peut-être plus de machine de cette taille à donner.',
  'explain.capacity.do': 'Réessayez plus tard, ou choisissez une autre taille ou une autre région.',
  'explain.support': 'Ce qu’il faut envoyer au support',
  'explain.support.text': 'Le message entier, en texte et non en image.',
  'explain.support.ids': 'Les ID qu’il contient : {ids}',
  'explain.support.noId':
    'Son ID de requête ou de corrélation : ce texte n’en contient aucun que nous reconnaissions ; le journal d’activité du portail l’a.',
  'explain.support.time': 'Quand c’est arrivé, avec le fuseau horaire.',
  'explain.support.where': 'L’abonnement, l’espace de travail, la région, le nom et la taille du calcul.',
  'explain.support.secrets': 'Ni jetons, ni clés, ni mots de passe : retirez-les d’abord du texte.',
} as const;
