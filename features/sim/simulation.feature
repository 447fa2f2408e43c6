# language: fr
Fonctionnalité: Simulation du reste à charge
  La simulation informe le patient avant ou pendant le séjour. Elle n'engage personne.

  @cas:ROC-SIM-001 @exig:EXG-SIM-0001 @svc:sim @v1 @v2 @profil:mco-public @niveau:obligatoire @nominal
  Scénario: Estimer un séjour en chambre particulière plafonnée
    Étant donné le patient "P01" couvert par l'AMC "Mutuelle Alpha"
    Et un séjour en médecine du 02/06/2025 au 07/06/2025
    Et une chambre particulière à 60,00 € par jour pendant 5 jours
    Quand l'agent simule le séjour
    Alors la GAP doit simuler 1 fois
    Et la GAP doit transmettre à la simulation 300,00 € de chambre particulière
    Et la GAP doit afficher une estimation de 1 436,56 € pour l'AMC
    Et la GAP doit afficher une estimation de 50,00 € pour le patient
    Et la GAP doit présenter le montant comme une estimation
    Et la GAP ne doit pas faire une créance de l'estimation

  @cas:ROC-SIM-002 @exig:EXG-SIM-0002 @svc:sim @v1 @v2 @profil:mco-public @niveau:recommande @limite
  Scénario: Ne pas simuler une consultation externe
    Étant donné le patient "P01" couvert par l'AMC "Mutuelle Alpha"
    Et une consultation externe le 02/06/2025
    Et une identification des droits demandée par l'agent
    Quand l'agent simule le séjour
    Alors la GAP devrait identifier les droits 1 fois
    Et la GAP ne devrait pas simuler

  @cas:ROC-SIM-003 @exig:EXG-SIM-0003 @svc:sim @v1 @v2 @profil:mco-public @niveau:obligatoire @limite
  Scénario: Ne pas simuler sans droits identifiés
    Étant donné le patient "P01" couvert par l'AMC "Mutuelle Alpha"
    Et un séjour en médecine du 02/06/2025 au 07/06/2025
    Et une consultation de l'annuaire demandée par l'agent
    Quand l'agent simule le séjour
    Alors la GAP doit interroger l'annuaire 1 fois
    Et la GAP ne doit pas simuler sans droits identifiés

  @cas:ROC-SIM-005 @exig:EXG-SIM-0005 @svc:sim @v1 @v2 @profil:mco-public @niveau:obligatoire @nominal
  Scénario: Préférer le calcul à la simulation
    Étant donné le patient "P01" couvert par l'AMC "Mutuelle Alpha"
    Et un séjour en médecine du 02/06/2025 au 07/06/2025
    Et une simulation demandée par l'agent
    Et une chambre particulière à 60,00 € par jour pendant 5 jours
    Et un patient sorti à domicile le 07/06/2025
    Quand l'agent calcule la part AMC
    Alors la GAP doit afficher une estimation de 0,00 € pour le patient
    Et la GAP doit retenir un engagement de 1 436,56 €
    Et la GAP doit laisser 50,00 € au patient
    Et la GAP doit expliquer au patient la différence avec l'estimation

  @cas:ROC-SIM-006 @exig:EXG-SIM-0006 @svc:sim @v1 @v2 @profil:mco-public @niveau:obligatoire @erreur
  Scénario: Poursuivre l'admission après une simulation refusée
    Étant donné le patient "P02" couvert par l'AMC "Mutuelle Alpha"
    Et une AMC qui refuse la simulation par le code "C02"
    Et un séjour en médecine du 02/06/2025 au 07/06/2025
    Et une simulation demandée par l'agent
    Et un patient sorti à domicile le 07/06/2025
    Quand l'agent calcule la part AMC
    Alors la GAP doit simuler 1 fois
    Et la GAP ne doit pas afficher d'estimation
    Et la GAP doit alerter l'agent avec le code "C02"
    Et la GAP doit retenir un engagement de 120,00 €

  @cas:ROC-SIM-004 @exig:EXG-SIM-0004 @svc:sim @v1 @v2 @profil:mco-public @niveau:recommande @limite
  Scénario: Estimer de nouveau un séjour prolongé
    Étant donné le patient "P01" couvert par l'AMC "Mutuelle Alpha"
    Et un séjour en médecine du 02/06/2025 au 05/06/2025
    Et une simulation demandée par l'agent
    Et un patient sorti à domicile le 07/06/2025
    Quand l'agent simule le séjour
    Alors la GAP devrait simuler 2 fois
    Et la GAP devrait afficher une estimation de 1 186,56 € pour l'AMC
    Et la GAP devrait conserver l'estimation précédente
