# language: fr
Fonctionnalité: Clinique ex-OQN et honoraires
  Dans une clinique, le ticket modérateur se calcule sur le GHS et les honoraires des praticiens s'ajoutent au séjour.
  Le contrat du patient P16 prend les dépassements jusqu'à 220 % de la base d'un praticien à l'OPTAM, 200 % d'un autre.
  Les montants sont posés à la main, aux tarifs de juin 2025 : forfait journalier 20 euros, participation 24 euros.

  @cas:ROC-CLC-115 @exig:EXG-CLC-0115 @svc:clc @v2 @profil:prive @niveau:obligatoire @nominal
  Scénario: Demander la base seule des honoraires d'un chirurgien de secteur 1
    Étant donné le patient "P16" couvert par l'AMC "Mutuelle Alpha"
    Et une prise en charge à la clinique du groupe
    Et un séjour en chirurgie du 02/06/2025 au 05/06/2025
    Et un ticket modérateur calculé sur un GHS de 1 500,00 €
    Et des honoraires de 100,00 € sur une base de 100,00 € par un chirurgien de secteur 1 le 03/06/2025
    Et un patient sorti à domicile le 05/06/2025
    Quand l'agent calcule la part AMC
    Alors la GAP doit demander à l'AMC 20,00 € de ticket modérateur d'honoraires
    Et la GAP ne doit pas demander de dépassement d'honoraires à l'AMC
    Et la GAP doit retenir un engagement de 340,00 €

  @cas:ROC-CLC-116 @exig:EXG-CLC-0116 @svc:clc @v2 @profil:prive @niveau:obligatoire @nominal
  Plan du scénario: Demander un dépassement avec le statut OPTAM du praticien
    Étant donné le patient "P16" couvert par l'AMC "Mutuelle Alpha"
    Et une prise en charge à la clinique du groupe
    Et un séjour en chirurgie du 02/06/2025 au 05/06/2025
    Et un ticket modérateur calculé sur un GHS de 1 500,00 €
    Et des honoraires de <prix> sur une base de 180,00 € par <praticien> le 03/06/2025
    Et un patient sorti à domicile le 05/06/2025
    Quand l'agent calcule la part AMC
    Alors la GAP doit demander à l'AMC 24,00 € de participation forfaitaire
    Et la GAP doit demander à l'AMC 80,00 € de forfait journalier
    Et la GAP doit demander à l'AMC <dépassement> de dépassement d'honoraires
    Et la GAP doit transmettre au calcul le statut OPTAM "<statut>"
    Et la GAP doit retenir un engagement de <engagement>
    Et la GAP doit laisser <reste> au patient

    Exemples:
      | cas          | praticien                               | prix     | dépassement | statut   | engagement | reste    |
      | adherent     | un chirurgien adhérent à l'OPTAM-CO     | 260,00 € | 80,00 €     | OPTAM_CO | 184,00 €   | 0,00 €   |
      | non-adherent | un chirurgien non adhérent à l'OPTAM-CO | 460,00 € | 280,00 €    | AUCUN    | 284,00 €   | 100,00 € |

  @cas:ROC-CLC-117 @exig:EXG-CLC-0117 @svc:clc @v2 @profil:prive @niveau:recommande @erreur
  Plan du scénario: Faire choisir l'agent quand l'AMC connaît un autre statut OPTAM
    Étant donné le patient "P16" couvert par l'AMC "Mutuelle Alpha"
    Et une prise en charge à la clinique du groupe
    Et un séjour en chirurgie du 02/06/2025 au 05/06/2025
    Et un ticket modérateur calculé sur un GHS de 1 500,00 €
    Et des honoraires de 460,00 € sur une base de 180,00 € par un chirurgien qui se dit adhérent à l'OPTAM-CO le 03/06/2025
    Et un patient sorti à domicile le 05/06/2025
    Et un calcul demandé par l'agent
    Quand l'agent <choix>
    Alors la GAP devrait alerter l'agent avec le code "R05"
    Et la GAP devrait proposer de choisir un statut OPTAM
    Et la GAP devrait garder trace du choix de l'agent

    Exemples:
      | cas         | choix                                                    |
      | acceptation | accepte le statut OPTAM que l'AMC connaît                |
      | correction  | corrige le statut OPTAM du praticien                     |
      | preuve      | demande au praticien un justificatif de son statut OPTAM |

  @cas:ROC-CLC-118 @exig:EXG-CLC-0118 @svc:clc @v2 @profil:prive @niveau:recommande @limite
  Scénario: Laisser au praticien hors du compte mandataire la facture de ses honoraires
    Étant donné le patient "P16" couvert par l'AMC "Mutuelle Alpha"
    Et une prise en charge à la clinique du groupe
    Et un séjour en chirurgie du 02/06/2025 au 05/06/2025
    Et un ticket modérateur calculé sur un GHS de 1 500,00 €
    Et des honoraires de 100,00 € sur une base de 100,00 € par un chirurgien hors du compte mandataire le 03/06/2025
    Et un patient sorti à domicile le 05/06/2025
    Quand l'agent calcule la part AMC
    Alors la GAP devrait laisser au praticien la facture de ses honoraires
    Et la GAP devrait demander à l'AMC 320,00 € au total
    Et la GAP devrait retenir un engagement de 320,00 €

  @cas:ROC-CLC-119 @exig:EXG-CLC-0119 @svc:clc @v2 @profil:prive @niveau:obligatoire @nominal
  Scénario: Demander les honoraires de deux praticiens sous leurs numéros
    Étant donné le patient "P16" couvert par l'AMC "Mutuelle Alpha"
    Et une prise en charge à la clinique du groupe
    Et un séjour en chirurgie du 02/06/2025 au 05/06/2025
    Et un ticket modérateur calculé sur un GHS de 1 500,00 €
    Et des honoraires de 100,00 € sur une base de 100,00 € par un chirurgien de secteur 1 le 03/06/2025
    Et des honoraires de 60,00 € sur une base de 60,00 € par un anesthésiste de secteur 1 le 03/06/2025
    Et un patient sorti à domicile le 05/06/2025
    Quand l'agent calcule la part AMC
    Alors la GAP doit demander à l'AMC 20,00 € pour un chirurgien de secteur 1
    Et la GAP doit demander à l'AMC 12,00 € pour un anesthésiste de secteur 1
    Et la GAP doit retenir un engagement de 352,00 €

  @cas:ROC-CLC-120 @exig:EXG-CLC-0120 @svc:clc @v2 @profil:prive @niveau:obligatoire @nominal
  Scénario: Calculer le ticket modérateur d'une clinique sur le GHS
    Étant donné le patient "P16" couvert par l'AMC "Mutuelle Alpha"
    Et une prise en charge à la clinique du groupe
    Et un séjour en chirurgie du 02/06/2025 au 05/06/2025
    Et un ticket modérateur calculé sur un GHS de 1 500,00 €
    Et un patient sorti à domicile le 05/06/2025
    Quand l'agent calcule la part AMC
    Alors la GAP doit demander à l'AMC 300,00 € de ticket modérateur
    Et la GAP doit demander à l'AMC 20,00 € de forfait journalier
    Et la GAP doit demander à l'AMC 320,00 € au total
    Et la GAP doit retenir un engagement de 320,00 €
