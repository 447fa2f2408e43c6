# language: fr
Fonctionnalité: Actes et consultations externes
  L'AMO paie 70 % d'une consultation et en retient 2 euros, que le patient doit seul ; hors parcours de soins elle paie
  moins, et la différence est aussi au patient. Un acte d'au moins 120 euros donne la participation forfaitaire.

  @cas:ROC-CLC-015 @exig:EXG-CLC-0015 @svc:clc @v1 @v2 @profil:mco-public @niveau:obligatoire @nominal
  Scénario: Laisser au patient sa participation à une consultation
    Étant donné le patient "P01" couvert par l'AMC "Mutuelle Alpha"
    Et une consultation externe le 02/06/2025
    Et une consultation "CS" de 30,00 € réalisée le 02/06/2025
    Quand l'agent calcule la part AMC
    Alors la GAP doit demander à l'AMC 9,00 € de ticket modérateur
    Et la GAP ne doit pas demander de participation du patient à l'AMC
    Et la GAP doit demander à l'AMC 9,00 € au total
    Et la GAP doit retenir un engagement de 9,00 €
    Et la GAP doit laisser 2,00 € au patient

  @cas:ROC-CLC-016 @exig:EXG-CLC-0016 @svc:clc @v1 @v2 @profil:mco-public @niveau:obligatoire @limite
  Scénario: Laisser au patient la majoration d'une consultation hors parcours
    Étant donné le patient "P01" couvert par l'AMC "Mutuelle Alpha"
    Et une consultation externe hors parcours de soins le 02/06/2025
    Et une consultation "CS" de 25,00 € réalisée le 02/06/2025
    Quand l'agent calcule la part AMC
    Alors la GAP doit demander à l'AMC 7,50 € de ticket modérateur
    Et la GAP ne doit pas demander de majoration hors parcours à l'AMC
    Et la GAP doit demander à l'AMC 7,50 € au total
    Et la GAP doit retenir un engagement de 7,50 €
    Et la GAP doit laisser 12,00 € au patient

  @cas:ROC-CLC-017 @exig:EXG-CLC-0017 @svc:clc @v1 @v2 @profil:mco-public @niveau:obligatoire @nominal
  Scénario: Demander la seule participation forfaitaire d'un acte externe coûteux
    Étant donné le patient "P01" couvert par l'AMC "Mutuelle Alpha"
    Et une consultation externe le 02/06/2025
    Et un acte "QZFA004" de 125,40 € réalisé le 02/06/2025
    Quand l'agent calcule la part AMC
    Alors la GAP doit demander à l'AMC 24,00 € de participation forfaitaire
    Et la GAP ne doit pas demander de ticket modérateur à l'AMC
    Et la GAP doit demander à l'AMC 24,00 € au total
    Et la GAP doit retenir un engagement de 24,00 €
    Et la GAP doit laisser 0,00 € au patient

  @cas:ROC-CLC-018 @exig:EXG-CLC-0018 @svc:clc @v1 @v2 @profil:mco-public @niveau:recommande @limite
  Scénario: Ne pas demander de participation forfaitaire avec un acte dentaire
    Étant donné le patient "P01" couvert par l'AMC "Mutuelle Alpha"
    Et une consultation externe le 02/06/2025
    Et un acte "QZFA004" de 125,40 € réalisé le 02/06/2025
    Et un acte dentaire "HBGD036" de 50,00 € réalisé le 02/06/2025
    Quand l'agent calcule la part AMC
    Alors la GAP devrait demander à l'AMC 20,00 € de ticket modérateur
    Et la GAP ne devrait pas demander de participation forfaitaire à l'AMC

  @cas:ROC-CLC-028 @exig:EXG-CLC-0028 @svc:clc @v1 @v2 @profil:mco-public @niveau:obligatoire @limite
  Scénario: Arrondir chaque ligne au centime
    Étant donné le patient "P01" couvert par l'AMC "Mutuelle Alpha"
    Et une consultation externe le 02/06/2025
    Et une consultation "CS" de 25,05 € réalisée le 02/06/2025
    Et une consultation "G" de 30,15 € réalisée le 02/06/2025
    Quand l'agent calcule la part AMC
    Alors la GAP doit demander à l'AMC 16,55 € de ticket modérateur
    Et la GAP doit demander à l'AMC 16,55 € au total
    Et la GAP doit retenir un engagement de 16,55 €
