# language: fr
Fonctionnalité: Situations que le régime prend en charge
  Ce que le régime obligatoire paie en entier n'est pas demandé à l'AMC. La chambre particulière, qu'aucun régime ne
  paie, montre que la GAP calcule.

  @cas:ROC-CLC-008 @exig:EXG-CLC-0008 @svc:clc @v1 @v2 @profil:mco-public @niveau:obligatoire @nominal
  Scénario: Ne demander que la chambre d'une patiente en maternité
    Étant donné le patient "P08" couvert par l'AMC "Mutuelle Alpha"
    Et un séjour en médecine du 02/06/2025 au 05/06/2025
    Et une chambre particulière à 60,00 € par jour pendant 3 jours
    Et un patient sorti à domicile le 05/06/2025
    Quand l'agent calcule la part AMC
    Alors la GAP doit demander à l'AMC 180,00 € de chambre particulière
    Et la GAP ne doit pas demander de ticket modérateur à l'AMC
    Et la GAP ne doit pas demander de forfait journalier à l'AMC
    Et la GAP doit retenir un engagement de 150,00 €
    Et la GAP doit laisser 30,00 € au patient

  @cas:ROC-CLC-009 @exig:EXG-CLC-0009 @svc:clc @v1 @v2 @profil:mco-public @niveau:obligatoire @nominal
  Scénario: Ne demander que la chambre d'un accidenté du travail
    Étant donné le patient "P09" couvert par l'AMC "Mutuelle Alpha"
    Et un séjour en médecine du 02/06/2025 au 07/06/2025
    Et une chambre particulière à 60,00 € par jour pendant 5 jours
    Et un patient sorti à domicile le 07/06/2025
    Quand l'agent calcule la part AMC
    Alors la GAP doit demander à l'AMC 300,00 € de chambre particulière
    Et la GAP ne doit pas demander de ticket modérateur à l'AMC
    Et la GAP ne doit pas demander de forfait journalier à l'AMC
    Et la GAP doit retenir un engagement de 250,00 €
    Et la GAP doit laisser 50,00 € au patient

  @cas:ROC-CLC-010 @exig:EXG-CLC-0010 @svc:clc @v1 @v2 @profil:mco-public @niveau:obligatoire @nominal
  Scénario: Ne demander que la chambre d'un assuré d'Alsace-Moselle
    Étant donné le patient "P07" couvert par l'AMC "Mutuelle Alpha"
    Et un séjour en médecine du 02/06/2025 au 07/06/2025
    Et une chambre particulière à 60,00 € par jour pendant 5 jours
    Et un patient sorti à domicile le 07/06/2025
    Quand l'agent calcule la part AMC
    Alors la GAP doit demander à l'AMC 300,00 € de chambre particulière
    Et la GAP ne doit pas demander de ticket modérateur à l'AMC
    Et la GAP ne doit pas demander de forfait journalier à l'AMC
    Et la GAP doit retenir un engagement de 250,00 €
    Et la GAP doit laisser 50,00 € au patient
