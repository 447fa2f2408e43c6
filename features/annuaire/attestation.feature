# language: fr
Fonctionnalité: Prise en compte de l'attestation
  L'attestation de tiers payant porte cinq zones. La GAP les reprend sans les altérer, d'où qu'elles
  viennent, car l'annuaire et l'AMC ne reconnaissent que la valeur exacte.

  @cas:ROC-ANN-001 @exig:EXG-ANN-0001 @svc:ann @v1 @v2 @profil:mco-public @niveau:obligatoire @nominal
  Scénario: Lire une attestation par son DataMatrix
    Étant donné le patient "P01" couvert par l'AMC "Mutuelle Alpha"
    Et une attestation portant un DataMatrix lisible
    Et une attestation lue par son DataMatrix
    Quand l'agent identifie les droits du patient
    Alors la GAP doit interroger l'annuaire 1 fois
    Et la GAP doit transmettre à l'annuaire le numéro d'AMC "99000001"
    Et la GAP doit transmettre à l'annuaire le type de convention "XA"
    Et la GAP doit transmettre le mode de saisie "DATAMATRIX"
    Et la GAP doit transmettre le numéro d'adhérent "A00012345"
    Et la GAP doit afficher l'AMC "Mutuelle Alpha"
    Et la GAP doit afficher l'opérateur "Opérateur A"

  @cas:ROC-ANN-002 @exig:EXG-ANN-0002 @svc:ann @v1 @v2 @profil:mco-public @niveau:obligatoire @nominal
  Scénario: Saisir une attestation au clavier
    Étant donné le patient "P01" couvert par l'AMC "Mutuelle Alpha"
    Et une attestation saisie par l'agent
    Quand l'agent identifie les droits du patient
    Alors la GAP doit interroger l'annuaire 1 fois
    Et la GAP doit transmettre à l'annuaire le numéro d'AMC "99000001"
    Et la GAP doit transmettre à l'annuaire le type de convention "XA"
    Et la GAP doit transmettre le mode de saisie "SAISIE"
    Et la GAP doit transmettre le numéro d'adhérent "A00012345"

  @cas:ROC-ANN-003 @exig:EXG-ANN-0003 @svc:ann @v1 @v2 @profil:mco-public @niveau:obligatoire @limite
  Scénario: Accepter une attestation dont deux zones sont vides
    Étant donné le patient "P01" couvert par l'AMC "Mutuelle Alpha"
    Et une attestation sans type de convention
    Et une attestation sans critère secondaire de routage
    Et une attestation saisie par l'agent
    Quand l'agent consulte l'annuaire
    Alors la GAP doit interroger l'annuaire 1 fois
    Et la GAP doit transmettre à l'annuaire le type de convention ""
    Et la GAP doit transmettre à l'annuaire le critère secondaire de routage ""
    Et la GAP doit afficher l'AMC "Mutuelle Alpha"

  @cas:ROC-ANN-004 @exig:EXG-ANN-0004 @svc:ann @v1 @v2 @profil:mco-public @niveau:obligatoire @limite
  Scénario: Conserver les zéros à gauche
    Étant donné le patient "P01" couvert par l'AMC "Assureur Bêta Nord"
    Et une attestation portant le numéro d'adhérent "00012340"
    Et une attestation saisie par l'agent
    Quand l'agent identifie les droits du patient
    Alors la GAP doit transmettre à l'annuaire le numéro d'AMC "0099000002"
    Et la GAP doit transmettre le numéro d'adhérent "00012340"
    Et la GAP doit retenir le numéro d'AMC "0099000002"
    Et la GAP doit retenir le numéro d'adhérent "00012340"

  @cas:ROC-ANN-005 @exig:EXG-ANN-0005 @svc:ann @v1 @v2 @profil:mco-public @niveau:obligatoire @erreur
  Scénario: Passer à la saisie quand le DataMatrix est tronqué
    Étant donné le patient "P01" couvert par l'AMC "Mutuelle Alpha"
    Et une attestation portant un DataMatrix tronqué
    Et une attestation lue par son DataMatrix
    Et une attestation saisie par l'agent
    Quand l'agent identifie les droits du patient
    Alors la GAP doit alerter l'agent
    Et la GAP doit proposer la saisie de l'attestation
    Et la GAP ne doit pas enregistrer d'attestation à la lecture du DataMatrix
    Et la GAP doit transmettre le mode de saisie "SAISIE"
    Et la GAP doit transmettre le numéro d'adhérent "A00012345"

  @cas:ROC-ANN-016 @exig:EXG-ANN-0016 @svc:ann @v1 @v2 @profil:mco-public @niveau:recommande @limite
  Scénario: Appeler l'AMC malgré une attestation dépassée
    Étant donné le patient "P01" couvert par l'AMC "Mutuelle Alpha"
    Et une attestation valable jusqu'au 31/12/2024
    Et une attestation saisie par l'agent
    Quand l'agent identifie les droits du patient
    Alors la GAP devrait identifier les droits 1 fois
    Et la GAP devrait signaler une attestation dépassée

  @cas:ROC-ANN-006 @exig:EXG-ANN-0006 @svc:ann @v1 @v2 @profil:mco-public @niveau:recommande @limite
  Scénario: Faire choisir entre un DataMatrix et un texte imprimé qui le contredit
    Étant donné le patient "P01" couvert par l'AMC "Mutuelle Alpha"
    Et une attestation portant un DataMatrix lisible
    Et une attestation portant le numéro d'AMC "99000003"
    Et une attestation lue par son DataMatrix
    Et une attestation saisie par l'agent
    Quand l'agent consulte l'annuaire
    Alors la GAP devrait interroger l'annuaire 1 fois
    Et la GAP devrait faire choisir l'agent entre le DataMatrix et le texte imprimé
    Et la GAP devrait garder trace du choix de l'agent
