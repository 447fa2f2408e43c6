# language: fr
Fonctionnalité: Suites d'une identification
  Ce que l'AMC ajoute à sa réponse, ce que la GAP n'attendait pas, et ce qui change ensuite.

  @cas:ROC-IDB-018 @exig:EXG-IDB-0018 @svc:idb @v1 @v2 @profil:mco-public @niveau:obligatoire @nominal
  Scénario: Afficher la consigne de l'AMC
    Étant donné le patient "P01" couvert par l'AMC "Mutuelle Alpha"
    Et une AMC qui joint à l'identification des droits la consigne "Demander une copie de la carte."
    Quand l'agent identifie les droits du patient
    Alors la GAP doit identifier les droits 1 fois
    Et la GAP doit afficher la consigne "Demander une copie de la carte."

  @cas:ROC-IDB-019 @exig:EXG-IDB-0019 @svc:idb @v1 @v2 @profil:mco-public @niveau:obligatoire @erreur
  Scénario: Conserver un code que la GAP ne connaît pas
    Étant donné le patient "P01" couvert par l'AMC "Mutuelle Alpha"
    Et une AMC qui refuse l'identification des droits par le code "Z99" de libellé "Motif propre à cette AMC."
    Quand l'agent identifie les droits du patient
    Alors la GAP doit identifier les droits 1 fois
    Et la GAP doit alerter l'agent avec le code "Z99"
    Et la GAP doit afficher le libellé "Motif propre à cette AMC."
    Et la GAP doit donner une suite au code "Z99"

  @cas:ROC-IDB-021 @exig:EXG-IDB-0021 @svc:idb @v1 @v2 @profil:mco-public @niveau:obligatoire @limite
  Scénario: Changer d'AMC pendant le séjour
    Étant donné le patient "P01" couvert par l'AMC "Mutuelle Alpha"
    Et un patient couvert aussi par l'AMC "Institution Gamma" à partir du 05/06/2025
    Et un séjour en médecine du 02/06/2025 au 07/06/2025
    Et une identification des droits demandée par l'agent
    Et un changement d'AMC pour "Institution Gamma" à partir du 05/06/2025
    Quand l'agent identifie les droits du patient
    Alors la GAP doit transmettre à l'annuaire le numéro d'AMC "99000003"
    Et la GAP doit adresser l'identification des droits à l'AMC "Institution Gamma"
    Et la GAP doit clore la couverture de l'AMC "Mutuelle Alpha" au 04/06/2025

  @cas:ROC-IDB-024 @exig:EXG-IDB-0024 @svc:idb @v1 @v2 @profil:mco-public @niveau:recommande @limite
  Scénario: Renouveler à l'admission une identification de préadmission
    Étant donné le patient "P01" couvert par l'AMC "Mutuelle Alpha"
    Et des droits à renouveler au bout de 30 jours
    Et un séjour en médecine du 22/06/2025 au 27/06/2025
    Et une identification des droits demandée par l'agent
    Et une GAP arrivée au 22/06/2025
    Quand l'agent identifie les droits du patient
    Alors la GAP devrait identifier les droits 2 fois
