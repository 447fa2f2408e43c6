# language: fr
Fonctionnalité: Estimation d'honoraires
  Le même dépassement ne coûte pas la même chose au patient selon que le praticien a signé l'OPTAM ou non.

  @cas:ROC-SIM-007 @exig:EXG-SIM-0007 @svc:sim @v2 @profil:prive @niveau:recommande @nominal
  Plan du scénario: Estimer un dépassement selon le statut OPTAM du praticien
    Étant donné le patient "P16" couvert par l'AMC "Mutuelle Alpha"
    Et une prise en charge à la clinique du groupe
    Et un séjour en chirurgie du 02/06/2025 au 05/06/2025
    Et un ticket modérateur calculé sur un GHS de 1 500,00 €
    Et des honoraires de 460,00 € sur une base de 180,00 € par <praticien> le 03/06/2025
    Et une identification des droits demandée par l'agent
    Quand l'agent simule le séjour
    Alors la GAP devrait transmettre à la simulation le statut OPTAM "<statut>"
    Et la GAP devrait afficher une estimation de <AMC> pour l'AMC
    Et la GAP devrait afficher une estimation de <patient> pour le patient

    Exemples:
      | cas          | praticien                               | statut   | AMC      | patient  |
      | adherent     | un chirurgien adhérent à l'OPTAM-CO     | OPTAM_CO | 320,00 € | 64,00 €  |
      | non-adherent | un chirurgien non adhérent à l'OPTAM-CO | AUCUN    | 284,00 € | 100,00 € |
