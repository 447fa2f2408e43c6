# language: fr
Fonctionnalité: Domaines et établissements des droits
  Un contrat peut n'ouvrir que certains domaines. L'entité géographique qui soigne décide du profil de la réponse ; le
  contrat technique, lui, est le même pour tout le groupe.

  @cas:ROC-IDB-026 @exig:EXG-IDB-0026 @svc:idb @v2 @profil:psy @niveau:obligatoire @erreur
  Scénario: Montrer qu'un domaine n'est pas ouvert au contrat
    Étant donné le patient "P17" couvert par l'AMC "Mutuelle Alpha"
    Et un séjour en psychiatrie du 02/06/2025 au 14/06/2025
    Quand l'agent identifie les droits du patient
    Alors la GAP doit identifier les droits 1 fois
    Et la GAP doit alerter l'agent avec le code "C02"
    Et la GAP doit afficher le libellé "Domaine non couvert par la convention."
    Et la GAP ne doit pas calculer

  @cas:ROC-IDB-027 @exig:EXG-IDB-0026 @svc:idb @v2 @profil:smr @niveau:obligatoire @nominal
  Scénario: Garder ouverts les autres domaines du contrat
    Étant donné le patient "P17" couvert par l'AMC "Mutuelle Alpha"
    Et un séjour en soins médicaux et de réadaptation du 02/06/2025 au 07/06/2025
    Et un patient sorti à domicile le 07/06/2025
    Quand l'agent calcule la part AMC
    Alors la GAP doit afficher des droits ouverts
    Et la GAP doit retenir un engagement de 297,06 €

  @cas:ROC-IDB-122 @exig:EXG-IDB-0122 @svc:idb @v2 @profil:prive @niveau:recommande @nominal
  Plan du scénario: Déclarer le mode de financement de l'entité qui soigne
    Étant donné le patient "P16" couvert par l'AMC "Mutuelle Alpha"
    Et une prise en charge à <entité> du groupe
    Et un séjour en chirurgie du 02/06/2025 au 05/06/2025
    Et un ticket modérateur calculé sur un GHS de 1 500,00 €
    Et un patient sorti à domicile le 05/06/2025
    Quand l'agent calcule la part AMC
    Alors la GAP devrait transmettre à l'identification des droits le mode "<mode>"
    Et la GAP devrait transmettre au calcul le mode "<mode>"
    Et la GAP devrait retenir un engagement de 320,00 €

    Exemples:
      | cas      | entité      | mode   |
      | hopital  | l'hôpital   | EX_DG  |
      | clinique | la clinique | EX_OQN |
