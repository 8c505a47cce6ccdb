/** How two states of a subnet are compared, in French. */
export const comparison = {
  'compare.title': '{after} comparé à {before} : {subnet}',
  'compare.about':
    'Chaque paquet vers et depuis le sous-réseau est comparé. Ce qui passe avec {after} et non avec {before} s’ouvre ; ce qui passe avec {before} seulement se ferme.',
  'compare.opens': 'S’ouvre ({n})',
  'compare.closes': 'Se ferme ({n})',
  'compare.nothingOpens': 'Rien ne s’ouvre.',
  'compare.nothingCloses': 'Rien ne se ferme.',
  'compare.unknown': 'Non connu ({n})',
  'compare.unknownBoth':
    '**{way} {what}**, {n} {n:plage|plages} d’adresses. Des deux côtés : {end}. Par exemple {packet}',
  'compare.unknownChange':
    '**{way} {what}**, {n} {n:plage|plages} d’adresses. {before} : {was}. {after} : {is}. Par exemple {packet}',
  'compare.verdicts': 'Verdicts qui diffèrent ({n})',
  'compare.sameVerdicts': 'Chaque exigence a le même verdict des deux côtés.',
  'compare.requirement': 'Exigence',
  'compare.flow': '**{way} {what}**, {n} {n:plage|plages} d’adresses, {by}. Par exemple {packet}',
  'compare.flowPerhaps':
    'Peut-être **{way} {what}**, {n} {n:plage|plages} d’adresses, {by}. Par exemple {packet}',
  'compare.otherAddresses':
    'Le sous-réseau a d’autres adresses avec {after} ({is}) qu’avec {before} ({was}). Les flux comparés sont ceux des adresses communes.',
  'compare.noSharedAddress':
    'Le sous-réseau n’a avec {after} ({is}) aucune des adresses qu’il a avec {before} ({was}) : aucun flux ne peut être comparé. Est-ce le même sous-réseau ?',
  'compare.byRoute': 'par l’itinéraire {destination}',
  'compare.more': 'et {n} de plus',
  'compare.out': 'En sortie',
  'compare.in': 'En entrée',
  'compare.assumed': 'Tenu pour acquis',
  'compare.azure': 'Azure',
  'compare.otherName': 'Dans Azure, c’est {place}.',
  'compare.file': '{subnet} comparé.md',
  'compare.pickInFile': 'Quel sous-réseau du fichier comparer ?',
  'compare.pickInAzure': 'Quel sous-réseau dans Azure est {subnet} du fichier ?',
  'compare.reading': 'Lecture des réseaux dans Azure',
  'compare.noFile': 'Ouvrez d’abord un fichier Bicep ou un modèle ARM.',
  'compare.noSubnet': '{file} n’a aucun sous-réseau destiné à Azure ML.',
  'compare.noneInAzure': 'Aucun réseau n’a pu être lu dans Azure.',
  'terminal.compareTwo': 'Nommez deux fichiers : l’état avant et l’état après.',
  'terminal.compareNone':
    '{after} n’a aucun sous-réseau du même nom que ceux de {before} ({names}). Indiquez-le avec {option}.',
  'terminal.help.compare':
    'Compare les réseaux de deux fichiers : quels flux s’ouvrent et lesquels se ferment de A à B, chacun avec un paquet, ce qui reste inconnu et quels verdicts diffèrent. Finit par 1 si quelque chose diffère. Écrit du texte ou du JSON.',
} as const;
