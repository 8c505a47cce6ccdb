/** How two states of a subnet are compared, in French. */
export const comparisonMessages = {
  'compare.title': '{after} comparé à {before} : {subnet}',
  'compare.about':
    'Compare tout le trafic vers et depuis le sous-réseau. Le trafic que seul {after} autorise s’ouvre. Le trafic que seul {before} autorise se ferme.',
  'compare.opens': 'S’ouvre ({n})',
  'compare.closes': 'Se ferme ({n})',
  'compare.nothingOpens': 'Rien ne s’ouvre.',
  'compare.nothingCloses': 'Rien ne se ferme.',
  'compare.unknown': 'Inconnu ({n})',
  'compare.unknownBoth':
    '**{way} {what}**, {n} {n:plage|plages} d’adresses. Des deux côtés : {end}. Exemple de paquet : {packet}',
  'compare.unknownChange':
    '**{way} {what}**, {n} {n:plage|plages} d’adresses. {before} : {was}. {after} : {is}. Exemple de paquet : {packet}',
  'compare.verdicts': 'Résultats différents ({n})',
  'compare.sameVerdicts': 'Chaque exigence a le même résultat des deux côtés.',
  'compare.requirement': 'Exigence',
  'compare.flow': '**{way} {what}**, {n} {n:plage|plages} d’adresses, {by}. Exemple de paquet : {packet}',
  'compare.flowPerhaps':
    'Peut-être : **{way} {what}**, {n} {n:plage|plages} d’adresses, {by}. Exemple de paquet : {packet}',
  'compare.otherAddresses':
    'Les adresses du sous-réseau diffèrent : {after} a {is}, {before} a {was}. Seules les adresses communes sont comparées.',
  'compare.noSharedAddress':
    'Les adresses du sous-réseau ne se recoupent pas : {after} a {is}, {before} a {was}. Vérifiez qu’il s’agit du même sous-réseau.',
  'compare.byRoute': 'par la route {destination}',
  'compare.more': 'et {n} de plus',
  'compare.out': 'En sortie',
  'compare.in': 'En entrée',
  'compare.assumed': 'Hypothèses',
  'compare.azure': 'Azure',
  'compare.otherName': 'Dans Azure, son nom est {place}.',
  'compare.file': 'Comparaison de {subnet}.md',
  'compare.pickInFile': 'Sélectionner le sous-réseau du fichier à comparer',
  'compare.pickInAzure': 'Sélectionner le sous-réseau dans Azure à comparer avec {subnet}',
  'compare.reading': 'Lecture des réseaux dans Azure',
  'compare.noFile': 'Ouvrez d’abord un fichier Bicep ou un modèle ARM.',
  'compare.noSubnet': '{file} ne contient aucun sous-réseau pour Azure Machine Learning.',
  'compare.noneInAzure': 'Aucun réseau virtuel n’a pu être lu dans Azure.',
  'terminal.compareTwo': 'Indiquez deux fichiers : l’état avant et l’état après.',
  'terminal.compareNone':
    '{after} n’a aucun sous-réseau du même nom que ceux de {before} ({names}). Indiquez-le avec {option}.',
  'terminal.help.compare':
    'Compare les réseaux de deux fichiers. Liste le trafic qui s’ouvre et se ferme de A à B, avec un exemple de paquet, ce qui est inconnu et les résultats différents. Se termine par 1 en cas de différence. Produit du texte ou du JSON.',
} as const;
