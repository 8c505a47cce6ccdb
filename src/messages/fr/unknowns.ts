/** Why something is not known, in French. */
export const unknowns = {
  'unknown.permission': 'Vous ne pouvez pas lire {name} (il faut le rôle {role} sur {scope}).',
  'unknown.parameter': '« {name} » n’a pas de valeur ici.',
  'unknown.tag': 'La balise de service « {tag} » n’est pas dans la liste du {date}.',
  'unknown.complex': 'Trop de règles se chevauchent pour décider exactement.',
  'unknown.bgp': 'Le réseau a une passerelle qui peut apporter des routes du réseau local.',
  'unknown.notRead': '{name} n’a pas été lu.',
  'unknown.notChosen': 'Pas encore choisi.',

  'duration.seconds': '{s} s',
  'duration.minutes': '{min} min {s} s',
} as const;
