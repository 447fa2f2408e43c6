# language: fr
Fonctionnalité: Consultation de l'annuaire
  L'annuaire dit où sont les services d'une AMC, et jusqu'à quand sa réponse vaut. Sans réponse
  valide, la GAP n'appelle pas l'AMC.

  @cas:ROC-ANN-007 @exig:EXG-ANN-0007 @svc:ann @v1 @v2 @profil:mco-public @niveau:obligatoire @erreur
  Scénario: Signaler une AMC inconnue de l'annuaire
    Étant donné le patient "P01" couvert par l'AMC "Mutuelle Alpha"
    Et une attestation portant le numéro d'AMC "99009999"
    Quand l'agent identifie les droits du patient
    Alors la GAP doit interroger l'annuaire 1 fois
    Et la GAP ne doit pas identifier les droits
    Et la GAP doit alerter l'agent avec le code "A01"
    Et la GAP doit proposer de ressaisir l'attestation

  @cas:ROC-ANN-008 @exig:EXG-ANN-0008 @svc:ann @v1 @v2 @profil:mco-public @niveau:obligatoire @erreur
  Scénario: Revenir au circuit antérieur pour une AMC non raccordée
    Étant donné le patient "P01" couvert par l'AMC "Mutuelle Epsilon"
    Quand l'agent identifie les droits du patient
    Alors la GAP doit interroger l'annuaire 1 fois
    Et la GAP ne doit pas identifier les droits
    Et la GAP doit orienter le dossier vers le circuit "PEC"

  @cas:ROC-ANN-009 @exig:EXG-ANN-0009 @svc:ann @v1 @v2 @profil:mco-public @niveau:obligatoire @limite
  Scénario: Demander le critère secondaire de routage d'une AMC ambiguë
    Étant donné le patient "P01" couvert par l'AMC "Assureur Bêta Sud"
    Et une attestation sans critère secondaire de routage
    Et une identification des droits demandée par l'agent
    Et le critère secondaire de routage "C02" choisi par l'agent
    Quand l'agent identifie les droits du patient
    Alors la GAP doit proposer à l'agent le critère secondaire de routage "C02"
    Et la GAP doit interroger l'annuaire 2 fois
    Et la GAP doit transmettre à l'annuaire le critère secondaire de routage "C02"
    Et la GAP doit transmettre à l'identification des droits le critère secondaire de routage "C02"

  @cas:ROC-ANN-010 @exig:EXG-ANN-0010 @svc:ann @v1 @v2 @profil:mco-public @niveau:recommande @nominal
  Scénario: Réutiliser une réponse d'annuaire encore valide
    Étant donné le patient "P01" couvert par l'AMC "Mutuelle Alpha"
    Et un séjour en médecine du 02/06/2025 au 07/06/2025
    Et une identification des droits demandée par l'agent
    Et un patient sorti à domicile le 07/06/2025
    Quand l'agent calcule la part AMC
    Alors la GAP devrait interroger l'annuaire 1 fois
    Et la GAP devrait calculer 1 fois

  @cas:ROC-ANN-011 @exig:EXG-ANN-0011 @svc:ann @v1 @v2 @profil:mco-public @niveau:obligatoire @limite
  Scénario: Renouveler une réponse d'annuaire échue
    Étant donné le patient "P01" couvert par l'AMC "Mutuelle Alpha"
    Et une AMC dont les réponses d'annuaire valent 1 jour
    Et un séjour en médecine du 02/06/2025 au 07/06/2025
    Et une identification des droits demandée par l'agent
    Et un patient sorti à domicile le 07/06/2025
    Quand l'agent calcule la part AMC
    Alors la GAP doit interroger l'annuaire 2 fois
    Et la GAP doit interroger l'annuaire le jour du calcul
    Et la GAP doit calculer 1 fois

  @cas:ROC-ANN-012 @exig:EXG-ANN-0012 @svc:ann @v1 @v2 @profil:mco-public @niveau:obligatoire @limite
  Scénario: Suivre une AMC qui change d'opérateur pendant le séjour
    Étant donné le patient "P01" couvert par l'AMC "Mutuelle Delta"
    Et un séjour en médecine du 02/06/2025 au 07/06/2025
    Et une identification des droits demandée par l'agent
    Et un patient sorti à domicile le 07/06/2025
    Quand l'agent calcule la part AMC
    Alors la GAP doit adresser la première identification des droits à l'opérateur "OPA"
    Et la GAP doit adresser le calcul à l'opérateur "OPB"
    Et la GAP doit retenir un engagement de 1 186,56 €
