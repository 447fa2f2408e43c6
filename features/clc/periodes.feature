# language: fr
Fonctionnalité: Facturation intermédiaire d'un séjour
  Un long séjour se facture par périodes qui se suivent. Les montants sont posés à la main, aux tarifs de juin 2025 :
  réadaptation polyvalente 277,06 euros par jour, chirurgie 1 564,97 euros, forfait journalier 20 euros, participation
  24 euros, hospitalisation à domicile 250 euros. La part d'un jour de réadaptation est de 55,412 euros.

  @cas:ROC-CLC-101 @exig:EXG-CLC-0101 @svc:clc @v2 @profil:smr @niveau:obligatoire @nominal
  Scénario: Calculer la première période d'un séjour qui continue
    Étant donné le patient "P01" couvert par l'AMC "Mutuelle Alpha"
    Et un séjour en soins médicaux et de réadaptation du 02/06/2025 au 27/06/2025
    Quand l'agent calcule la première période du 02/06/2025 au 11/06/2025
    Alors la GAP doit facturer la première période du 02/06/2025 au 11/06/2025
    Et la GAP doit demander à l'AMC 554,12 € de ticket modérateur
    Et la GAP ne doit pas demander de forfait journalier à l'AMC
    Et la GAP doit demander à l'AMC 554,12 € au total
    Et la GAP doit retenir un engagement de 554,12 €

  @cas:ROC-CLC-102 @exig:EXG-CLC-0102 @svc:clc @v2 @profil:smr @niveau:obligatoire @nominal
  Scénario: Demander le forfait du jour de sortie avec la dernière période
    Étant donné le patient "P01" couvert par l'AMC "Mutuelle Alpha"
    Et un séjour en soins médicaux et de réadaptation du 02/06/2025 au 27/06/2025
    Et une première période du 02/06/2025 au 11/06/2025 calculée par l'agent
    Et une deuxième période du 12/06/2025 au 21/06/2025 calculée par l'agent
    Et un patient sorti à domicile le 27/06/2025
    Quand l'agent calcule la troisième et dernière période du 22/06/2025 au 27/06/2025
    Alors la GAP doit calculer 3 fois
    Et la GAP doit facturer la troisième et dernière période du 22/06/2025 au 27/06/2025
    Et la GAP doit demander à l'AMC 277,06 € de ticket modérateur
    Et la GAP doit demander à l'AMC 20,00 € de forfait journalier du 27/06/2025 au 27/06/2025
    Et la GAP doit retenir un engagement de 297,06 €

  @cas:ROC-CLC-103 @exig:EXG-CLC-0103 @svc:clc @v2 @profil:smr @niveau:obligatoire @erreur
  Scénario: Empêcher deux périodes de se recouvrir
    Étant donné le patient "P01" couvert par l'AMC "Mutuelle Alpha"
    Et un séjour en soins médicaux et de réadaptation du 02/06/2025 au 27/06/2025
    Et une première période du 02/06/2025 au 11/06/2025 calculée par l'agent
    Quand l'agent calcule la deuxième période du 10/06/2025 au 21/06/2025
    Alors la GAP doit calculer 1 fois
    Et la GAP doit signaler à l'agent des périodes qui ne se suivent pas
    Et la GAP doit retenir un engagement de 554,12 €

  @cas:ROC-CLC-104 @exig:EXG-CLC-0104 @svc:clc @v2 @profil:smr @niveau:obligatoire @erreur
  Scénario: Signaler les jours qu'aucune période ne facture
    Étant donné le patient "P01" couvert par l'AMC "Mutuelle Alpha"
    Et un séjour en soins médicaux et de réadaptation du 02/06/2025 au 27/06/2025
    Et une première période du 02/06/2025 au 11/06/2025 calculée par l'agent
    Quand l'agent calcule la deuxième période du 14/06/2025 au 21/06/2025
    Alors la GAP doit calculer 1 fois
    Et la GAP doit signaler à l'agent des périodes qui ne se suivent pas
    Et la GAP doit maintenir l'engagement obtenu

  @cas:ROC-CLC-105 @exig:EXG-CLC-0105 @svc:clc @v2 @profil:smr @niveau:obligatoire @limite
  Scénario: Compter les trente jours de ticket modérateur d'une période à l'autre
    Étant donné le patient "P01" couvert par l'AMC "Mutuelle Alpha"
    Et un séjour en soins médicaux et de réadaptation du 02/06/2025 au 12/07/2025
    Et une première période du 02/06/2025 au 11/06/2025 calculée par l'agent
    Et une deuxième période du 12/06/2025 au 26/06/2025 calculée par l'agent
    Et un patient sorti à domicile le 12/07/2025
    Quand l'agent calcule la troisième et dernière période du 27/06/2025 au 12/07/2025
    Alors la GAP doit demander à l'AMC 277,06 € de ticket modérateur du 27/06/2025 au 01/07/2025
    Et la GAP doit demander à l'AMC 277,06 € de ticket modérateur
    Et la GAP doit demander à l'AMC 220,00 € de forfait journalier
    Et la GAP doit retenir un engagement de 497,06 €

  @cas:ROC-CLC-106 @exig:EXG-CLC-0106 @svc:clc @v2 @profil:mco-public @niveau:obligatoire @limite
  Scénario: Régulariser une période quand un acte coûteux survient dans la suivante
    Étant donné le patient "P01" couvert par l'AMC "Mutuelle Alpha"
    Et un séjour en chirurgie du 02/06/2025 au 07/06/2025
    Et une première période du 02/06/2025 au 03/06/2025 calculée par l'agent
    Et un acte "HHFA016" de 205,00 € réalisé le 05/06/2025
    Et un patient sorti à domicile le 07/06/2025
    Quand l'agent calcule la deuxième et dernière période du 04/06/2025 au 07/06/2025
    Alors la GAP doit proposer de régulariser une période
    Et la GAP doit demander à l'AMC 24,00 € de participation forfaitaire
    Et la GAP doit demander à l'AMC 80,00 € de forfait journalier
    Et la GAP ne doit pas demander de ticket modérateur à l'AMC
    Et la GAP doit retenir un engagement de 104,00 €

  @cas:ROC-CLC-107 @exig:EXG-CLC-0107 @svc:clc @v2 @profil:smr @niveau:obligatoire @limite
  Scénario: Ne demander que les jours couverts quand les droits se ferment pendant une période
    Étant donné le patient "P01" couvert par l'AMC "Mutuelle Alpha"
    Et des droits ouverts du 01/01/2025 au 15/06/2025
    Et un séjour en soins médicaux et de réadaptation du 02/06/2025 au 27/06/2025
    Et une première période du 02/06/2025 au 11/06/2025 calculée par l'agent
    Quand l'agent calcule la deuxième période du 12/06/2025 au 21/06/2025
    Alors la GAP doit calculer 2 fois
    Et la GAP doit demander à l'AMC 221,65 € de ticket modérateur du 12/06/2025 au 15/06/2025
    Et la GAP ne doit pas demander à l'AMC de soins le 16/06/2025
    Et la GAP doit retenir un engagement de 221,65 €

  @cas:ROC-CLC-113 @exig:EXG-CLC-0113 @svc:clc @v2 @profil:had @niveau:obligatoire @nominal
  Scénario: Facturer une hospitalisation à domicile par périodes, sans forfait journalier
    Étant donné le patient "P01" couvert par l'AMC "Mutuelle Alpha"
    Et un séjour en hospitalisation à domicile du 02/06/2025 au 02/07/2025
    Et une première période du 02/06/2025 au 16/06/2025 calculée par l'agent
    Et un patient sorti à domicile le 02/07/2025
    Quand l'agent calcule la deuxième et dernière période du 17/06/2025 au 02/07/2025
    Alors la GAP doit facturer la deuxième et dernière période du 17/06/2025 au 02/07/2025
    Et la GAP doit demander à l'AMC 750,00 € de ticket modérateur
    Et la GAP ne doit pas demander de forfait journalier à l'AMC
    Et la GAP doit retenir un engagement de 750,00 €

  @cas:ROC-CLC-114 @exig:EXG-CLC-0114 @svc:clc @v2 @profil:had @niveau:recommande @limite
  Scénario: Suspendre l'hospitalisation à domicile le jour d'une hospitalisation
    Étant donné le patient "P01" couvert par l'AMC "Mutuelle Alpha"
    Et un séjour en hospitalisation à domicile du 02/06/2025 au 16/06/2025
    Et un patient transféré le 06/06/2025
    Quand l'agent calcule la part AMC
    Alors la GAP devrait calculer 1 fois
    Et la GAP devrait demander à l'AMC 200,00 € de ticket modérateur du 02/06/2025 au 05/06/2025
    Et la GAP ne devrait pas demander à l'AMC de soins le 06/06/2025
    Et la GAP devrait retenir un engagement de 200,00 €
