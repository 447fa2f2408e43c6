# language: fr
Fonctionnalité: Droits rendus par l'AMC
  L'identification dit qui paie, sur quelles périodes, et jusqu'à quand on peut s'y fier. La GAP ne
  calcule que sur des droits ouverts, encore fiables, qui couvrent les soins.

  @cas:ROC-IDB-001 @exig:EXG-IDB-0001 @svc:idb @v1 @v2 @profil:mco-public @niveau:obligatoire @nominal
  Scénario: Retenir des droits ouverts
    Étant donné le patient "P01" couvert par l'AMC "Mutuelle Alpha"
    Et des droits ouverts du 01/01/2025 au 31/12/2025
    Quand l'agent identifie les droits du patient
    Alors la GAP doit identifier les droits 1 fois
    Et la GAP doit afficher des droits ouverts
    Et la GAP doit retenir le débiteur "99000001"
    Et la GAP doit retenir des droits du 01/01/2025 au 31/12/2025
    Et la GAP doit retenir le 07/06/2025 comme date de renouvellement

  @cas:ROC-IDB-003 @exig:EXG-IDB-0003 @svc:idb @v1 @v2 @profil:mco-public @niveau:obligatoire @erreur
  Scénario: Chercher un autre payeur quand les droits sont fermés
    Étant donné le patient "P01" couvert par l'AMC "Mutuelle Alpha"
    Et des droits ouverts du 01/01/2024 au 31/12/2024
    Et un séjour en médecine du 02/06/2025 au 07/06/2025
    Et une identification des droits demandée par l'agent
    Et un patient sorti à domicile le 07/06/2025
    Quand l'agent calcule la part AMC
    Alors la GAP doit alerter l'agent avec le code "D01"
    Et la GAP doit proposer un autre payeur
    Et la GAP ne doit pas calculer

  @cas:ROC-IDB-004 @exig:EXG-IDB-0004 @svc:idb @v1 @v2 @profil:mco-public @niveau:obligatoire @limite
  Scénario: Laisser au patient les jours qui précèdent l'ouverture des droits
    Étant donné le patient "P02" couvert par l'AMC "Mutuelle Alpha"
    Et des droits ouverts du 04/06/2025 au 31/12/2025
    Et un séjour en médecine du 02/06/2025 au 07/06/2025
    Et une identification des droits demandée par l'agent
    Et un patient sorti à domicile le 07/06/2025
    Quand l'agent calcule la part AMC
    Alors la GAP doit retenir des droits du 04/06/2025 au 31/12/2025
    Et la GAP doit retenir un engagement de 80,00 €
    Et la GAP doit laisser 40,00 € au patient

  @cas:ROC-IDB-005 @exig:EXG-IDB-0005 @svc:idb @v1 @v2 @profil:mco-public @niveau:obligatoire @limite
  Scénario: Alerter quand les droits finissent avant la sortie prévue
    Étant donné le patient "P02" couvert par l'AMC "Mutuelle Alpha"
    Et des droits ouverts du 01/01/2025 au 04/06/2025
    Et un séjour en médecine du 02/06/2025 au 07/06/2025
    Et une identification des droits demandée par l'agent
    Et un patient sorti à domicile le 07/06/2025
    Quand l'agent calcule la part AMC
    Alors la GAP doit alerter l'agent avant la sortie
    Et la GAP doit identifier les droits le jour du calcul
    Et la GAP doit retenir un engagement de 60,00 €
    Et la GAP doit laisser 60,00 € au patient

  @cas:ROC-IDB-013 @exig:EXG-IDB-0013 @svc:idb @v1 @v2 @profil:mco-public @niveau:obligatoire @nominal
  Scénario: Retenir deux contrats et leur rang
    Étant donné le patient "P01" couvert par l'AMC "Mutuelle Alpha"
    Et un second contrat "C-P01-2" de rang 2 auprès de la même AMC
    Quand l'agent identifie les droits du patient
    Alors la GAP doit retenir le contrat "C-P01-1" au rang 1
    Et la GAP doit retenir le contrat "C-P01-2" au rang 2

  @cas:ROC-IDB-014 @exig:EXG-IDB-0014 @svc:idb @v1 @v2 @profil:mco-public @niveau:obligatoire @limite
  Scénario: Ne rien demander pour un jour entre deux périodes de droits
    Étant donné le patient "P02" couvert par l'AMC "Mutuelle Alpha"
    Et des droits ouverts du 01/01/2025 au 03/06/2025
    Et une seconde période de droits du 05/06/2025 au 31/12/2025
    Et un séjour en médecine du 02/06/2025 au 07/06/2025
    Et une identification des droits demandée par l'agent
    Et un patient sorti à domicile le 07/06/2025
    Quand l'agent calcule la part AMC
    Alors la GAP doit demander à l'AMC 100,00 € de forfait journalier
    Et la GAP ne doit pas demander à l'AMC de soins le 04/06/2025
    Et la GAP doit laisser 20,00 € au patient

  @cas:ROC-IDB-015 @exig:EXG-IDB-0015 @svc:idb @v1 @v2 @profil:mco-public @niveau:obligatoire @erreur
  Scénario: Renoncer au calcul sans tiers payant hospitalier
    Étant donné le patient "P01" couvert par l'AMC "Mutuelle Alpha"
    Et un contrat sans tiers payant hospitalier
    Et un séjour en médecine du 02/06/2025 au 07/06/2025
    Et un patient sorti à domicile le 07/06/2025
    Quand l'agent calcule la part AMC
    Alors la GAP doit identifier les droits au moins une fois
    Et la GAP ne doit pas calculer
    Et la GAP doit alerter l'agent

  @cas:ROC-IDB-016 @exig:EXG-IDB-0016 @svc:idb @v1 @v2 @profil:mco-public @niveau:obligatoire @limite
  Scénario: Identifier de nouveau les droits quand leur renouvellement est dépassé
    Étant donné le patient "P01" couvert par l'AMC "Mutuelle Alpha"
    Et un séjour en médecine du 02/06/2025 au 10/06/2025
    Et une identification des droits demandée par l'agent
    Et un patient sorti à domicile le 10/06/2025
    Quand l'agent calcule la part AMC
    Alors la GAP doit identifier les droits 2 fois
    Et la GAP doit identifier les droits le jour du calcul
    Et la GAP doit calculer 1 fois
    Et la GAP doit citer dans le calcul la dernière identification des droits

  @cas:ROC-IDB-017 @exig:EXG-IDB-0017 @svc:idb @v1 @v2 @profil:mco-public @niveau:recommande @limite
  Scénario: Se fier à l'identification le jour même de son renouvellement
    Étant donné le patient "P01" couvert par l'AMC "Mutuelle Alpha"
    Et un séjour en médecine du 02/06/2025 au 07/06/2025
    Et une identification des droits demandée par l'agent
    Et un patient sorti à domicile le 07/06/2025
    Quand l'agent calcule la part AMC
    Alors la GAP devrait identifier les droits 1 fois
    Et la GAP devrait calculer 1 fois

  @cas:ROC-IDB-022 @exig:EXG-IDB-0022 @svc:idb @v1 @v2 @profil:mco-public @niveau:obligatoire @limite
  Scénario: Retenir un débiteur autre que l'AMC imprimée
    Étant donné le patient "P01" couvert par l'AMC "Institution Gamma"
    Et un séjour en médecine du 02/06/2025 au 07/06/2025
    Et une identification des droits demandée par l'agent
    Et un patient sorti à domicile le 07/06/2025
    Quand l'agent calcule la part AMC
    Alors la GAP doit retenir le débiteur "99000093"
    Et la GAP doit porter le débiteur "99000093" sur l'engagement

  @cas:ROC-IDB-023 @exig:EXG-IDB-0023 @svc:idb @v1 @v2 @profil:mco-public @niveau:obligatoire @erreur
  Scénario: Changer de circuit pour une complémentaire santé solidaire
    Étant donné le patient "P10" couvert par l'AMC "Mutuelle Alpha"
    Et un séjour en médecine du 02/06/2025 au 07/06/2025
    Et une identification des droits demandée par l'agent
    Et un patient sorti à domicile le 07/06/2025
    Quand l'agent calcule la part AMC
    Alors la GAP doit identifier les droits au moins une fois
    Et la GAP doit orienter le dossier vers le circuit "C2S"
    Et la GAP ne doit pas calculer

  @cas:ROC-IDB-025 @exig:EXG-IDB-0025 @svc:idb @v1 @v2 @profil:mco-public @niveau:recommande @erreur
  Scénario: Refuser une sortie qui précède l'entrée
    Étant donné le patient "P01" couvert par l'AMC "Mutuelle Alpha"
    Et un séjour en médecine du 04/06/2025 au 07/06/2025
    Et une identification des droits demandée par l'agent
    Et un patient sorti à domicile le 03/06/2025
    Quand l'agent calcule la part AMC
    Alors la GAP devrait identifier les droits 1 fois
    Et la GAP devrait refuser la sortie saisie par l'agent
    Et la GAP ne devrait pas calculer
