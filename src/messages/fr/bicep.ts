/** What cannot be read in a Bicep file, in French. */
export const bicep = {
  'bicep.unknownCharacter': '« {text} » n’a pas de sens ici.',
  'bicep.unterminatedString': 'Cette chaîne n’a pas de guillemet fermant sur sa ligne.',
  'bicep.unterminatedText': 'Cette chaîne n’est pas fermée : trois apostrophes la terminent.',
  'bicep.unterminatedComment': 'Ce commentaire n’est pas fermé : « */ » le termine.',
  'bicep.unknownEscape':
    '« {text} » ne représente aucun caractère. Écrivez « \\\\ » pour une barre oblique inverse.',
  'bicep.expectedName': 'Il manque un nom ici.',
  'bicep.expectedKey': 'Il manque le nom d’une propriété ici.',
  'bicep.expectedText': 'Il manque « {text} » ici.',
  'bicep.expectedString': 'Il manque une chaîne entre apostrophes ici.',
  'bicep.expectedExpression': 'Il manque une valeur ici.',
  'bicep.expectedType': 'Il manque un type ici.',
  'bicep.expectedBody':
    'Il manque le corps ici : un objet entre accolades, « if », ou une boucle entre crochets.',
  'bicep.expectedLineEnd': 'La suite doit se trouver sur sa propre ligne.',
  'bicep.expectedSeparator': 'Il manque une virgule ou un saut de ligne ici.',
  'bicep.lineEndAfterComma': 'Une virgule ou un saut de ligne sépare deux éléments, pas les deux.',
  'bicep.unexpected': '« {text} » est de trop ici.',
  'bicep.unknownDeclaration': 'Aucune déclaration ne commence ainsi : cette ligne est ignorée.',
  'bicep.oneExpression': 'Des parenthèses contiennent exactement une valeur, sur une seule ligne.',
  'bicep.listInString': 'Ni liste ni objet ne peuvent figurer dans une chaîne. Nommez-les dans une variable.',
  'bicep.numberTooLarge': 'Ce nombre est trop grand : les entiers ont 64 bits.',
  'bicep.tooLong': 'Le fichier est trop long : la suite n’est pas lue.',
  'bicep.tooDeep': 'L’imbrication est trop profonde pour être lue.',
} as const;
