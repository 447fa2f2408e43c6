# language: fr
Fonctionnalité: Montants demandés à l'AMC
  À la sortie, la GAP demande à l'AMC ce que l'AMO laisse. Les montants attendus sont posés à la main,
  aux tarifs de juin 2025 : forfait journalier 20 euros, participation forfaitaire 24 euros, médecine
  1 166,56 euros et chirurgie 1 564,97 euros par jour, chirurgie ambulatoire 1 341,13 euros.

  @cas:ROC-CLC-001 @exig:EXG-CLC-0001 @svc:clc @v1 @v2 @profil:mco-public @niveau:obligatoire @nominal
  Scénario: Calculer un séjour de cinq nuits, retour à domicile
    Étant donné le patient "P01" couvert par l'AMC "Mutuelle Alpha"
    Et un séjour en médecine du 02/06/2025 au 07/06/2025
    Et un patient sorti à domicile le 07/06/2025
    Quand l'agent calcule la part AMC
    Alors la GAP doit calculer 1 fois
    Et la GAP doit demander à l'AMC 1 166,56 € de ticket modérateur
    Et la GAP doit demander à l'AMC 20,00 € de forfait journalier
    Et la GAP doit demander à l'AMC 1 186,56 € au total
    Et la GAP doit retenir un engagement de 1 186,56 €
    Et la GAP doit laisser 0,00 € au patient

  @cas:ROC-CLC-002 @exig:EXG-CLC-0002 @svc:clc @v1 @v2 @profil:mco-public @niveau:obligatoire @nominal
  Scénario: Calculer un séjour terminé par un transfert
    Étant donné le patient "P01" couvert par l'AMC "Mutuelle Alpha"
    Et un séjour en médecine du 02/06/2025 au 07/06/2025
    Et un patient transféré le 07/06/2025
    Quand l'agent calcule la part AMC
    Alors la GAP doit demander à l'AMC 1 166,56 € de ticket modérateur
    Et la GAP ne doit pas demander de forfait journalier à l'AMC
    Et la GAP doit retenir un engagement de 1 166,56 €

  @cas:ROC-CLC-003 @exig:EXG-CLC-0003 @svc:clc @v1 @v2 @profil:mco-public @niveau:obligatoire @limite
  Scénario: Calculer un séjour terminé par un décès
    Étant donné le patient "P01" couvert par l'AMC "Mutuelle Alpha"
    Et un séjour en médecine du 02/06/2025 au 07/06/2025
    Et une chambre particulière à 60,00 € par jour pendant 5 jours
    Et un patient décédé le 07/06/2025
    Quand l'agent calcule la part AMC
    Alors la GAP doit demander à l'AMC 1 166,56 € de ticket modérateur
    Et la GAP ne doit pas demander de forfait journalier à l'AMC
    Et la GAP doit laisser 50,00 € au patient
    Et la GAP doit adresser la part patient à la succession

  @cas:ROC-CLC-004 @exig:EXG-CLC-0004 @svc:clc @v1 @v2 @profil:mco-public @niveau:obligatoire @nominal
  Scénario: Remplacer le ticket modérateur par la participation forfaitaire
    Étant donné le patient "P01" couvert par l'AMC "Mutuelle Alpha"
    Et un séjour en chirurgie du 02/06/2025 au 05/06/2025
    Et un acte "HHFA016" de 205,00 € réalisé le 03/06/2025
    Et un patient sorti à domicile le 05/06/2025
    Quand l'agent calcule la part AMC
    Alors la GAP doit demander à l'AMC 24,00 € de participation forfaitaire
    Et la GAP doit demander à l'AMC 80,00 € de forfait journalier
    Et la GAP ne doit pas demander de ticket modérateur à l'AMC
    Et la GAP doit retenir un engagement de 104,00 €

  @cas:ROC-CLC-007 @exig:EXG-CLC-0007 @svc:clc @v1 @v2 @profil:mco-public @niveau:obligatoire @nominal
  Scénario: Ne demander que le forfait journalier d'un patient en ALD
    Étant donné le patient "P02" couvert par l'AMC "Mutuelle Alpha"
    Et un séjour en médecine du 02/06/2025 au 07/06/2025
    Et un patient sorti à domicile le 07/06/2025
    Quand l'agent calcule la part AMC
    Alors la GAP doit demander à l'AMC 120,00 € de forfait journalier
    Et la GAP ne doit pas demander de ticket modérateur à l'AMC
    Et la GAP doit retenir un engagement de 120,00 €

  @cas:ROC-CLC-013 @exig:EXG-CLC-0013 @svc:clc @v1 @v2 @profil:mco-public @niveau:obligatoire @nominal
  Scénario: Calculer une chirurgie ambulatoire
    Étant donné le patient "P01" couvert par l'AMC "Mutuelle Alpha"
    Et une chirurgie ambulatoire le 02/06/2025
    Et un patient sorti à domicile le 02/06/2025
    Quand l'agent calcule la part AMC
    Alors la GAP doit demander à l'AMC 268,23 € de ticket modérateur
    Et la GAP ne doit pas demander de forfait journalier à l'AMC
    Et la GAP doit retenir un engagement de 268,23 €

  @cas:ROC-CLC-027 @exig:EXG-CLC-0027 @svc:clc @v1 @v2 @profil:mco-public @niveau:obligatoire @limite
  Scénario: Ne pas calculer quand rien ne revient à l'AMC
    Étant donné le patient "P08" couvert par l'AMC "Mutuelle Alpha"
    Et un séjour en médecine du 02/06/2025 au 05/06/2025
    Et une identification des droits demandée par l'agent
    Et un patient sorti à domicile le 05/06/2025
    Quand l'agent calcule la part AMC
    Alors la GAP doit identifier les droits au moins une fois
    Et la GAP ne doit pas calculer
    Et la GAP doit laisser 0,00 € au patient
