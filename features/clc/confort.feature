# language: fr
Fonctionnalité: Confort et accompagnant
  Ce que l'AMO ne connaît pas dépend du contrat. La GAP en fait des lignes à part, avec leurs quantités ; l'hôpital peut
  choisir de ne pas en demander une partie.

  @cas:ROC-CLC-025 @exig:EXG-CLC-0025 @svc:clc @v1 @v2 @profil:mco-public @niveau:recommande @nominal
  Scénario: Demander la chambre sans la télévision que l'hôpital laisse au patient
    Étant donné le patient "P01" couvert par l'AMC "Mutuelle Alpha"
    Et un hôpital qui ne demande pas de télévision aux AMC
    Et un séjour en médecine du 02/06/2025 au 06/06/2025
    Et une chambre particulière à 80,00 € par jour pendant 4 jours
    Et une télévision à 5,00 € par jour pendant 4 jours
    Et un patient sorti à domicile le 06/06/2025
    Quand l'agent calcule la part AMC
    Alors la GAP devrait demander à l'AMC 320,00 € de chambre particulière
    Et la GAP ne devrait pas demander de télévision à l'AMC
    Et la GAP devrait laisser 140,00 € au patient

  @cas:ROC-CLC-026 @exig:EXG-CLC-0026 @svc:clc @v1 @v2 @profil:mco-public @niveau:recommande @nominal
  Scénario: Distinguer le lit des repas de l'accompagnant
    Étant donné le patient "P01" couvert par l'AMC "Mutuelle Alpha"
    Et un séjour en médecine du 02/06/2025 au 05/06/2025
    Et un lit d'accompagnant à 20,00 € par jour pendant 3 jours
    Et un repas d'accompagnant à 9,00 € par jour pendant 2 jours
    Et un patient sorti à domicile le 05/06/2025
    Quand l'agent calcule la part AMC
    Alors la GAP devrait demander à l'AMC 60,00 € de lit d'accompagnant
    Et la GAP devrait demander à l'AMC 3 jours de lit d'accompagnant en une ligne
    Et la GAP devrait demander à l'AMC 18,00 € de repas d'accompagnant
    Et la GAP devrait demander à l'AMC 2 jours de repas d'accompagnant en une ligne
