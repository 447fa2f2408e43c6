# language: fr
Fonctionnalité: Calculs qui s'enchaînent
  Un dossier change après le calcul, une seconde AMC intervient, une identification est périmée : la
  GAP refait ce qui doit l'être, dans l'ordre, sans demander deux fois la même chose.

  @cas:ROC-CLC-046 @exig:EXG-CLC-0046 @svc:clc @v1 @v2 @profil:mco-public @niveau:obligatoire @erreur
  Scénario: Rejouer sous le même identifiant un calcul resté sans réponse utile
    Étant donné le patient "P01" couvert par l'AMC "Mutuelle Alpha"
    Et une AMC qui refuse une première fois le calcul par le code "T02"
    Et un séjour en médecine du 02/06/2025 au 07/06/2025
    Et un patient sorti à domicile le 07/06/2025
    Quand l'agent calcule la part AMC
    Alors la GAP doit calculer 2 fois
    Et la GAP doit rejouer le calcul sous le même identifiant
    Et la GAP doit retenir un engagement de 1 186,56 €

  @cas:ROC-CLC-048 @exig:EXG-CLC-0048 @svc:clc @v1 @v2 @profil:mco-public @niveau:obligatoire @limite
  Scénario: Annuler avant de recalculer une prestation ajoutée
    Étant donné le patient "P01" couvert par l'AMC "Mutuelle Alpha"
    Et un séjour en médecine du 02/06/2025 au 07/06/2025
    Et un patient sorti à domicile le 07/06/2025
    Et un calcul demandé par l'agent
    Et une chambre particulière à 60,00 € par jour pendant 5 jours
    Quand l'agent calcule la part AMC
    Alors la GAP doit calculer 2 fois
    Et la GAP doit annuler le premier engagement avant le second calcul
    Et la GAP doit donner au second calcul un identifiant nouveau
    Et la GAP doit retenir un engagement de 1 436,56 €

  @cas:ROC-CLC-051 @exig:EXG-CLC-0051 @svc:clc @v1 @v2 @profil:mco-public @niveau:obligatoire @limite
  Plan du scénario: Demander à la seconde AMC le seul reste
    Étant donné le patient "<patient>" couvert par l'AMC "Mutuelle Alpha"
    Et un séjour en médecine du 02/06/2025 au 07/06/2025
    Et une chambre particulière à 60,00 € par jour pendant 5 jours
    Et un patient sorti à domicile le 07/06/2025
    Et un calcul demandé par l'agent
    Et une seconde AMC "Mutuelle Delta" ajoutée par l'agent
    Quand l'agent calcule la part de la seconde AMC
    Alors la GAP doit calculer 2 fois
    Et la GAP doit adresser le calcul à l'AMC "Mutuelle Delta"
    Et la GAP doit demander à l'AMC <chambre> de chambre particulière
    Et la GAP doit déclarer <autre> de chambre particulière à la charge d'une autre AMC
    Et la GAP doit demander à l'AMC <demande> au total
    Et la GAP doit laisser <reste> au patient

    Exemples:
      | cas             | patient | chambre  | autre    | demande  | reste    |
      | ligne-entiere   | P12     | 300,00 € | 0,00 €   | 320,00 € | 300,00 € |
      | ligne-partagee  | P18     | 50,00 €  | 250,00 € | 50,00 €  | 0,00 €   |

  @cas:ROC-CLC-055 @exig:EXG-CLC-0055 @svc:clc @v1 @v2 @profil:mco-public @niveau:obligatoire @erreur
  Scénario: Identifier de nouveau les droits quand l'AMC ne reconnaît plus l'identification
    Étant donné le patient "P01" couvert par l'AMC "Mutuelle Alpha"
    Et une AMC qui refuse une première fois le calcul par le code "G01"
    Et un séjour en médecine du 02/06/2025 au 07/06/2025
    Et une identification des droits demandée par l'agent
    Et un patient sorti à domicile le 07/06/2025
    Quand l'agent calcule la part AMC
    Alors la GAP doit identifier les droits 2 fois
    Et la GAP doit calculer 2 fois
    Et la GAP doit citer dans le calcul la dernière identification des droits
    Et la GAP doit retenir un engagement de 1 186,56 €

  @cas:ROC-CLC-047 @exig:EXG-CLC-0047 @svc:clc @v1 @v2 @profil:mco-public @niveau:obligatoire @erreur
  Scénario: Résoudre un engagement que l'AMC tient encore
    Étant donné le patient "P01" couvert par l'AMC "Mutuelle Alpha"
    Et une AMC qui refuse une première fois l'annulation par le code "G04"
    Et un séjour en médecine du 02/06/2025 au 07/06/2025
    Et un patient sorti à domicile le 07/06/2025
    Et un calcul demandé par l'agent
    Et une annulation demandée par l'agent
    Quand l'agent calcule la part AMC
    Alors la GAP doit annuler 2 fois
    Et la GAP doit retenir un engagement de 1 186,56 €
    Et la GAP doit laisser 0,00 € au patient

  @cas:ROC-CLC-049 @exig:EXG-CLC-0049 @svc:clc @v1 @v2 @profil:mco-public @niveau:obligatoire @limite
  Scénario: Annuler avant de recalculer une ALD reconnue après coup
    Étant donné le patient "P01" couvert par l'AMC "Mutuelle Alpha"
    Et un séjour en médecine du 02/06/2025 au 07/06/2025
    Et un patient sorti à domicile le 07/06/2025
    Et un calcul demandé par l'agent
    Et une ALD reconnue par l'AMO
    Quand l'agent calcule la part AMC
    Alors la GAP doit annuler le premier engagement avant le second calcul
    Et la GAP doit demander à l'AMC 120,00 € de forfait journalier
    Et la GAP ne doit pas demander de ticket modérateur à l'AMC
    Et la GAP doit retenir un engagement de 120,00 €
