# language: fr
Fonctionnalité: Annulation d'une période
  Les périodes d'un séjour s'annulent dans l'ordre inverse de leur facturation : la dernière d'abord.

  @cas:ROC-DEL-008 @exig:EXG-DEL-0008 @svc:del @v2 @profil:smr @niveau:obligatoire @erreur
  Scénario: Ne pas annuler une période avant celle qui la suit
    Étant donné le patient "P01" couvert par l'AMC "Mutuelle Alpha"
    Et un séjour en soins médicaux et de réadaptation du 02/06/2025 au 27/06/2025
    Et une première période du 02/06/2025 au 11/06/2025 calculée par l'agent
    Et une deuxième période du 12/06/2025 au 21/06/2025 calculée par l'agent
    Quand l'agent annule la première période
    Alors la GAP doit calculer 2 fois
    Et la GAP ne doit pas annuler une période avant celles qui la suivent
