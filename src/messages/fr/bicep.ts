/** What cannot be read in a Bicep file, in French. */
export const bicepMessages = {
  'bicep.unknownCharacter': '« {text} » n’est pas valide à cet endroit.',
  'bicep.unterminatedString': 'La chaîne n’est pas fermée sur sa ligne.',
  'bicep.unterminatedText': 'La chaîne multiligne n’est pas fermée. Fermez-la par trois apostrophes.',
  'bicep.unterminatedComment': 'Le commentaire n’est pas fermé. Fermez-le par « */ ».',
  'bicep.unknownEscape':
    '« {text} » n’est pas une séquence d’échappement. Écrivez « \\\\ » pour une barre oblique inverse.',
  'bicep.expectedName': 'Il manque un nom.',
  'bicep.expectedKey': 'Il manque un nom de propriété.',
  'bicep.expectedText': 'Il manque « {text} ».',
  'bicep.expectedString': 'Il manque une chaîne entre apostrophes.',
  'bicep.expectedExpression': 'Il manque une valeur.',
  'bicep.expectedType': 'Il manque un type.',
  'bicep.expectedBody':
    'Il manque le corps : un objet entre accolades, « if », ou une boucle entre crochets.',
  'bicep.expectedLineEnd': 'Commencez une nouvelle ligne avant ce texte.',
  'bicep.expectedSeparator': 'Il manque une virgule ou un saut de ligne.',
  'bicep.lineEndAfterComma': 'Séparez les éléments par une virgule ou un saut de ligne, pas les deux.',
  'bicep.unexpected': '« {text} » n’est pas attendu à cet endroit.',
  'bicep.unknownDeclaration': 'Cette ligne n’est pas une déclaration valide : elle est ignorée.',
  'bicep.oneExpression': 'Des parenthèses contiennent exactement une valeur, sur une seule ligne.',
  'bicep.listInString': 'Une chaîne ne peut pas contenir de tableau ni d’objet. Utilisez une variable.',
  'bicep.numberTooLarge': 'Le nombre est trop grand : les entiers ont 64 bits.',
  'bicep.tooLong': 'Seuls les {limit} premiers mots du fichier sont lus. Divisez le fichier.',
  'bicep.tooDeep': 'L’imbrication est trop profonde pour être lue.',
} as const;
