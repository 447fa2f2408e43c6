# language: fr
Fonctionnalité: Durée et date du séjour
  Les tarifs sont ceux du jour des soins : forfait journalier 20 euros jusqu'au 28 février 2026, 23 euros ensuite ;
  participation forfaitaire 24 euros, 32 euros depuis avril 2026. Le ticket modérateur s'arrête au trentième jour.

  @cas:ROC-CLC-005 @exig:EXG-CLC-0005 @svc:clc @v1 @v2 @profil:mco-public @niveau:obligatoire @limite
  Scénario: Calculer un acte coûteux aux tarifs de mai 2026
    Étant donné le patient "P01" couvert par l'AMC "Mutuelle Alpha"
    Et une attestation valable jusqu'au 31/12/2026
    Et un séjour en chirurgie du 04/05/2026 au 07/05/2026
    Et un acte "HHFA016" de 205,00 € réalisé le 05/05/2026
    Et un patient sorti à domicile le 07/05/2026
    Quand l'agent calcule la part AMC
    Alors la GAP doit demander à l'AMC 32,00 € de participation forfaitaire
    Et la GAP doit demander à l'AMC 92,00 € de forfait journalier
    Et la GAP ne doit pas demander de ticket modérateur à l'AMC
    Et la GAP doit retenir un engagement de 124,00 €

  @cas:ROC-CLC-006 @exig:EXG-CLC-0006 @svc:clc @v1 @v2 @profil:mco-public @niveau:obligatoire @limite
  Scénario: Partager le forfait journalier au changement de tarif
    Étant donné le patient "P02" couvert par l'AMC "Mutuelle Alpha"
    Et une attestation valable jusqu'au 31/12/2026
    Et un séjour en médecine du 27/02/2026 au 04/03/2026
    Et un patient sorti à domicile le 04/03/2026
    Quand l'agent calcule la part AMC
    Alors la GAP doit demander à l'AMC 40,00 € de forfait journalier du 27/02/2026 au 28/02/2026
    Et la GAP doit demander à l'AMC 92,00 € de forfait journalier du 01/03/2026 au 04/03/2026
    Et la GAP doit demander à l'AMC 132,00 € au total
    Et la GAP doit retenir un engagement de 132,00 €

  @cas:ROC-CLC-011 @exig:EXG-CLC-0011 @svc:clc @v1 @v2 @profil:mco-public @niveau:obligatoire @limite
  Scénario: Arrêter le ticket modérateur au trentième jour
    Étant donné le patient "P01" couvert par l'AMC "Mutuelle Alpha"
    Et un séjour en médecine du 02/06/2025 au 07/07/2025
    Et un patient sorti à domicile le 07/07/2025
    Quand l'agent calcule la part AMC
    Alors la GAP doit demander à l'AMC 6 999,36 € de ticket modérateur
    Et la GAP doit demander à l'AMC 120,00 € de forfait journalier
    Et la GAP doit demander à l'AMC 7 119,36 € au total
    Et la GAP doit retenir un engagement de 7 119,36 €

  @cas:ROC-CLC-012 @exig:EXG-CLC-0012 @svc:clc @v1 @v2 @profil:mco-public @niveau:obligatoire @limite
  Scénario: Demander le seul forfait journalier quand il dépasse le ticket modérateur
    Étant donné le patient "P01" couvert par l'AMC "Mutuelle Alpha"
    Et un séjour en médecine du 02/06/2025 au 12/06/2025
    Et un ticket modérateur calculé sur un GHS de 700,00 €
    Et un patient sorti à domicile le 12/06/2025
    Quand l'agent calcule la part AMC
    Alors la GAP doit demander à l'AMC 220,00 € de forfait journalier
    Et la GAP ne doit pas demander de ticket modérateur à l'AMC
    Et la GAP doit demander à l'AMC 220,00 € au total
    Et la GAP doit retenir un engagement de 220,00 €

  @cas:ROC-CLC-014 @exig:EXG-CLC-0014 @svc:clc @v1 @v2 @profil:mco-public @niveau:obligatoire @limite
  Scénario: Compter deux forfaits pour une nuit de moins de vingt-quatre heures
    Étant donné le patient "P02" couvert par l'AMC "Mutuelle Alpha"
    Et un séjour en médecine du 02/06/2025 à 22 h au 03/06/2025 à 10 h
    Et un patient sorti à domicile le 03/06/2025
    Quand l'agent calcule la part AMC
    Alors la GAP doit demander à l'AMC 40,00 € de forfait journalier
    Et la GAP ne doit pas demander de ticket modérateur à l'AMC
    Et la GAP doit retenir un engagement de 40,00 €
