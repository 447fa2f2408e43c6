# language: fr
Fonctionnalité: Réponses de l'AMC au calcul
  L'AMC s'engage en tout, en partie, ou refuse. La GAP ne croit pas une réponse incohérente et ne
  débite le patient que de ce qui lui revient, quand cela est réglé.

  @cas:ROC-CLC-040 @exig:EXG-CLC-0040 @svc:clc @v1 @v2 @profil:mco-public @niveau:obligatoire @limite
  Scénario: Laisser au patient ce qui dépasse le plafond
    Étant donné le patient "P01" couvert par l'AMC "Mutuelle Alpha"
    Et un séjour en médecine du 02/06/2025 au 07/06/2025
    Et une chambre particulière à 60,00 € par jour pendant 5 jours
    Et un patient sorti à domicile le 07/06/2025
    Quand l'agent calcule la part AMC
    Alors la GAP doit demander à l'AMC 300,00 € de chambre particulière
    Et la GAP doit retenir un engagement de 1 436,56 €
    Et la GAP doit laisser 50,00 € au patient
    Et la GAP doit autoriser le débit du patient
    Et la GAP doit conserver le motif "R01" sur la chambre particulière

  @cas:ROC-CLC-041 @exig:EXG-CLC-0041 @svc:clc @v1 @v2 @profil:mco-public @niveau:obligatoire @erreur
  Scénario: Mettre en liste de travail un calcul à corriger
    Étant donné le patient "P01" couvert par l'AMC "Mutuelle Alpha"
    Et une AMC qui refuse le calcul par le code "P05"
    Et un séjour en médecine du 02/06/2025 au 07/06/2025
    Et un patient sorti à domicile le 07/06/2025
    Quand l'agent calcule la part AMC
    Alors la GAP doit calculer 1 fois
    Et la GAP doit inscrire le code "P05" dans la liste de travail
    Et la GAP ne doit pas débiter le patient

  @cas:ROC-CLC-042 @exig:EXG-CLC-0042 @svc:clc @v1 @v2 @profil:mco-public @niveau:obligatoire @erreur
  Scénario: Attendre l'accord de l'agent avant de débiter le patient
    Étant donné le patient "P01" couvert par l'AMC "Mutuelle Alpha"
    Et une AMC qui refuse le calcul par le code "D01"
    Et un séjour en médecine du 02/06/2025 au 07/06/2025
    Et un patient sorti à domicile le 07/06/2025
    Et un calcul demandé par l'agent
    Quand l'agent accepte le débit du patient
    Alors la GAP doit calculer 1 fois
    Et la GAP ne doit pas débiter le patient avant l'accord de l'agent
    Et la GAP doit autoriser le débit du patient
    Et la GAP doit laisser 1 186,56 € au patient

  @cas:ROC-CLC-043 @exig:EXG-CLC-0043 @svc:clc @v1 @v2 @profil:mco-public @niveau:obligatoire @erreur
  Scénario: Refuser un engagement supérieur à la demande
    Étant donné le patient "P01" couvert par l'AMC "Mutuelle Alpha"
    Et une AMC qui engage plus que le montant demandé
    Et un séjour en médecine du 02/06/2025 au 07/06/2025
    Et un patient sorti à domicile le 07/06/2025
    Quand l'agent calcule la part AMC
    Alors la GAP doit calculer 1 fois
    Et la GAP doit alerter l'agent
    Et la GAP ne doit pas facturer l'engagement reçu

  @cas:ROC-CLC-044 @exig:EXG-CLC-0044 @svc:clc @v1 @v2 @profil:mco-public @niveau:obligatoire @erreur
  Scénario: Refuser un engagement dont le total est faux
    Étant donné le patient "P01" couvert par l'AMC "Mutuelle Alpha"
    Et une AMC qui engage un total qui diffère de la somme des lignes
    Et un séjour en médecine du 02/06/2025 au 07/06/2025
    Et un patient sorti à domicile le 07/06/2025
    Quand l'agent calcule la part AMC
    Alors la GAP doit calculer 1 fois
    Et la GAP doit alerter l'agent
    Et la GAP ne doit pas facturer l'engagement reçu

  @cas:ROC-CLC-045 @exig:EXG-CLC-0045 @svc:clc @v1 @v2 @profil:mco-public @niveau:obligatoire @erreur
  Scénario: Refuser un engagement sur une ligne inconnue
    Étant donné le patient "P01" couvert par l'AMC "Mutuelle Alpha"
    Et une AMC qui engage une ligne que personne n'a demandée
    Et un séjour en médecine du 02/06/2025 au 07/06/2025
    Et un patient sorti à domicile le 07/06/2025
    Quand l'agent calcule la part AMC
    Alors la GAP doit calculer 1 fois
    Et la GAP doit alerter l'agent
    Et la GAP ne doit pas facturer l'engagement reçu

  @cas:ROC-CLC-050 @exig:EXG-CLC-0050 @svc:clc @v1 @v2 @profil:mco-public @niveau:obligatoire @erreur
  Scénario: Chercher un autre payeur quand les droits se ferment avant le calcul
    Étant donné le patient "P01" couvert par l'AMC "Mutuelle Alpha"
    Et une AMC qui refuse le calcul par le code "D01"
    Et un séjour en médecine du 02/06/2025 au 07/06/2025
    Et une identification des droits demandée par l'agent
    Et un patient sorti à domicile le 07/06/2025
    Quand l'agent calcule la part AMC
    Alors la GAP doit calculer 1 fois
    Et la GAP doit alerter l'agent avec le code "D01"
    Et la GAP doit proposer un autre payeur
    Et la GAP ne doit pas facturer l'engagement reçu
    Et la GAP ne doit pas débiter le patient

  @cas:ROC-CLC-053 @exig:EXG-CLC-0053 @svc:clc @v1 @v2 @profil:mco-public @niveau:recommande @limite
  Scénario: Alerter avant la fin de la garantie d'un engagement
    Étant donné le patient "P01" couvert par l'AMC "Mutuelle Alpha"
    Et une AMC dont les engagements valent 60 jours
    Et un séjour en médecine du 02/06/2025 au 07/06/2025
    Et un patient sorti à domicile le 07/06/2025
    Et un calcul demandé par l'agent
    Quand la GAP arrive au 01/08/2025
    Alors la GAP devrait calculer 1 fois
    Et la GAP devrait alerter l'agent avant l'échéance de l'engagement

  @cas:ROC-CLC-054 @exig:EXG-CLC-0054 @svc:clc @v1 @v2 @profil:mco-public @niveau:recommande @nominal
  Scénario: Afficher la consigne et le contact de la réponse au calcul
    Étant donné le patient "P01" couvert par l'AMC "Mutuelle Alpha"
    Et une AMC qui joint au calcul la consigne "Rappeler avant facturation."
    Et un séjour en médecine du 02/06/2025 au 07/06/2025
    Et un patient sorti à domicile le 07/06/2025
    Quand l'agent calcule la part AMC
    Alors la GAP devrait calculer 1 fois
    Et la GAP devrait afficher la consigne "Rappeler avant facturation."
    Et la GAP devrait afficher le contact "Service hospitalisation Alpha"
