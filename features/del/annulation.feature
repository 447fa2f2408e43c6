# language: fr
Fonctionnalité: Annulation d'un calcul
  Un engagement qui ne doit plus courir s'annule auprès de l'AMC. L'annulation vise un seul calcul, et
  la répéter ne change rien.

  @cas:ROC-DEL-001 @exig:EXG-DEL-0001 @svc:del @v1 @v2 @profil:mco-public @niveau:obligatoire @nominal
  Scénario: Annuler un engagement non facturé
    Étant donné le patient "P01" couvert par l'AMC "Mutuelle Alpha"
    Et un séjour en médecine du 02/06/2025 au 07/06/2025
    Et un patient sorti à domicile le 07/06/2025
    Et un calcul demandé par l'agent
    Quand l'agent annule l'engagement
    Alors la GAP doit annuler 1 fois
    Et la GAP doit viser l'engagement obtenu
    Et la GAP doit tenir l'engagement pour annulé
    Et la GAP ne doit pas facturer l'engagement reçu
    Et la GAP ne doit pas débiter le patient

  @cas:ROC-DEL-002 @exig:EXG-DEL-0002 @svc:del @v1 @v2 @profil:mco-public @niveau:obligatoire @limite
  Scénario: Répéter une annulation
    Étant donné le patient "P01" couvert par l'AMC "Mutuelle Alpha"
    Et un séjour en médecine du 02/06/2025 au 07/06/2025
    Et un patient sorti à domicile le 07/06/2025
    Et un calcul demandé par l'agent
    Et une annulation demandée par l'agent
    Quand l'agent annule de nouveau l'engagement
    Alors la GAP doit viser l'engagement obtenu
    Et la GAP doit tenir l'engagement pour annulé
    Et la GAP doit calculer 1 fois

  @cas:ROC-DEL-003 @exig:EXG-DEL-0003 @svc:del @v1 @v2 @profil:mco-public @niveau:obligatoire @limite
  Scénario: Tenir pour annulé ce que l'AMC a déjà annulé
    Étant donné le patient "P01" couvert par l'AMC "Mutuelle Alpha"
    Et une AMC qui refuse l'annulation par le code "G04"
    Et un séjour en médecine du 02/06/2025 au 07/06/2025
    Et un patient sorti à domicile le 07/06/2025
    Et un calcul demandé par l'agent
    Quand l'agent annule l'engagement
    Alors la GAP doit annuler 1 fois
    Et la GAP doit tenir l'engagement pour annulé
    Et la GAP ne doit pas facturer l'engagement reçu

  @cas:ROC-DEL-004 @exig:EXG-DEL-0004 @svc:del @v1 @v2 @profil:mco-public @niveau:obligatoire @erreur
  Scénario: Signaler un engagement que l'AMC ne connaît pas
    Étant donné le patient "P01" couvert par l'AMC "Mutuelle Alpha"
    Et un séjour en médecine du 02/06/2025 au 07/06/2025
    Et un patient sorti à domicile le 07/06/2025
    Et un calcul demandé par l'agent
    Quand l'agent annule l'engagement "ENG-99000001-INCONNU"
    Alors la GAP doit viser l'engagement "ENG-99000001-INCONNU"
    Et la GAP doit alerter l'agent avec le code "G03"
    Et la GAP doit maintenir l'engagement obtenu

  @cas:ROC-DEL-005 @exig:EXG-DEL-0005 @svc:del @v1 @v2 @profil:mco-public @niveau:obligatoire @erreur
  Scénario: Afficher le refus d'annuler un engagement facturé
    Étant donné le patient "P01" couvert par l'AMC "Mutuelle Alpha"
    Et une AMC qui refuse l'annulation par le code "G06"
    Et un séjour en médecine du 02/06/2025 au 07/06/2025
    Et un patient sorti à domicile le 07/06/2025
    Et un calcul demandé par l'agent
    Quand l'agent annule l'engagement
    Alors la GAP doit annuler 1 fois
    Et la GAP doit alerter l'agent avec le code "G06"
    Et la GAP doit maintenir l'engagement obtenu

  @cas:ROC-DEL-007 @exig:EXG-DEL-0007 @svc:del @v1 @v2 @profil:mco-public @niveau:obligatoire @limite
  Scénario: Refaire la chaîne sous la bonne identité
    Étant donné le patient "P01" couvert par l'AMC "Mutuelle Alpha"
    Et un séjour en médecine du 02/06/2025 au 07/06/2025
    Et un patient sorti à domicile le 07/06/2025
    Et un calcul demandé par l'agent
    Et un dossier corrigé pour l'identité de "P04"
    Quand l'agent calcule la part AMC
    Alors la GAP doit annuler le premier engagement avant le second calcul
    Et la GAP doit transmettre à l'identification des droits le NIR d'assuré de "P04"
    Et la GAP doit transmettre au calcul le NIR d'assuré de "P04"
    Et la GAP doit citer dans le calcul la dernière identification des droits
