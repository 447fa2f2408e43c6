# language: fr
Fonctionnalité: Deux versions de la norme côte à côte
  Une AMC ouvre une version de la norme ou deux. La GAP emploie la plus récente que toutes deux parlent, et n'emploie
  pas ROC pour un dossier que cette version ne porte pas.

  @cas:ROC-ANN-014 @exig:EXG-ANN-0014 @svc:ann @v2 @profil:smr @niveau:obligatoire @erreur
  Scénario: Ne pas employer ROC pour un domaine que l'AMC n'ouvre pas
    Étant donné le patient "P01" couvert par l'AMC "Mutuelle Thêta"
    Et un séjour en soins médicaux et de réadaptation du 02/06/2025 au 27/06/2025
    Quand l'agent identifie les droits du patient
    Alors la GAP doit interroger l'annuaire au moins une fois
    Et la GAP ne doit pas identifier les droits
    Et la GAP doit orienter le dossier vers le circuit "PEC"
    Et la GAP doit alerter l'agent

  @cas:ROC-ANN-015 @exig:EXG-ANN-0015 @svc:ann @v2 @profil:mco-public @niveau:obligatoire @nominal
  Plan du scénario: Employer la norme la plus récente que l'AMC ouvre
    Étant donné le patient "P01" couvert par l'AMC "<AMC>"
    Et un séjour en médecine du 02/06/2025 au 07/06/2025
    Et un patient sorti à domicile le 07/06/2025
    Quand l'agent calcule la part AMC
    Alors la GAP doit adresser l'identification des droits dans la norme "<norme>"
    Et la GAP doit adresser le calcul dans la norme "<norme>"
    Et la GAP doit retenir un engagement de 1 186,56 €

    Exemples:
      | cas      | AMC            | norme |
      | les-deux | Mutuelle Alpha | V2    |
      | la-seule | Mutuelle Thêta | V1    |
