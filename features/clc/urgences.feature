# language: fr
Fonctionnalité: Passages aux urgences
  Un passage non suivi d'hospitalisation donne un forfait patient urgences, à la place du ticket modérateur des actes :
  19,61 euros, réduit à 8,49 euros en ALD (9,96 euros depuis mars 2026). Le régime paie celui de certains patients.

  @cas:ROC-CLC-019 @exig:EXG-CLC-0019 @svc:clc @v1 @v2 @profil:mco-public @niveau:obligatoire @nominal
  Scénario: Demander le seul forfait patient urgences
    Étant donné le patient "P01" couvert par l'AMC "Mutuelle Alpha"
    Et une venue aux urgences le 02/06/2025
    Et un acte "DEQP003" de 30,00 € réalisé le 02/06/2025
    Et un patient sorti à domicile le 02/06/2025
    Quand l'agent calcule la part AMC
    Alors la GAP doit demander à l'AMC 19,61 € de forfait patient urgences
    Et la GAP ne doit pas demander de ticket modérateur à l'AMC
    Et la GAP doit demander à l'AMC 19,61 € au total
    Et la GAP doit retenir un engagement de 19,61 €
    Et la GAP doit laisser 0,00 € au patient

  @cas:ROC-CLC-020 @exig:EXG-CLC-0020 @svc:clc @v1 @v2 @profil:mco-public @niveau:obligatoire @nominal
  Plan du scénario: Demander le forfait réduit d'un patient en ALD
    Étant donné le patient "P02" couvert par l'AMC "Mutuelle Alpha"
    Et une attestation valable jusqu'au 31/12/2026
    Et une venue aux urgences le <jour>
    Et un acte "DEQP003" de 30,00 € réalisé le <jour>
    Et un patient sorti à domicile le <jour>
    Quand l'agent calcule la part AMC
    Alors la GAP doit demander à l'AMC <montant> de forfait patient urgences réduit
    Et la GAP ne doit pas demander de complément du forfait urgences à l'AMC
    Et la GAP doit demander à l'AMC <montant> au total
    Et la GAP doit retenir un engagement de <montant>

    Exemples:
      | cas  | jour       | montant |
      | 2025 | 02/06/2025 | 8,49 €  |
      | 2026 | 02/03/2026 | 9,96 €  |

  @cas:ROC-CLC-021 @exig:EXG-CLC-0021 @svc:clc @v1 @v2 @profil:mco-public @niveau:obligatoire @limite
  Scénario: Ne pas calculer le passage aux urgences d'une patiente en maternité
    Étant donné le patient "P08" couvert par l'AMC "Mutuelle Alpha"
    Et une venue aux urgences le 02/06/2025
    Et un acte "DEQP003" de 30,00 € réalisé le 02/06/2025
    Et une identification des droits demandée par l'agent
    Et un patient sorti à domicile le 02/06/2025
    Quand l'agent calcule la part AMC
    Alors la GAP doit identifier les droits au moins une fois
    Et la GAP ne doit pas calculer
    Et la GAP doit laisser 0,00 € au patient

  @cas:ROC-CLC-022 @exig:EXG-CLC-0022 @svc:clc @v1 @v2 @profil:mco-public @niveau:obligatoire @limite
  Scénario: Ne pas ajouter de forfait urgences au séjour qui suit
    Étant donné le patient "P01" couvert par l'AMC "Mutuelle Alpha"
    Et un séjour en médecine du 02/06/2025 au 07/06/2025
    Et une admission par les urgences
    Et un patient sorti à domicile le 07/06/2025
    Quand l'agent calcule la part AMC
    Alors la GAP ne doit pas demander de forfait patient urgences à l'AMC
    Et la GAP doit demander à l'AMC 1 166,56 € de ticket modérateur
    Et la GAP doit demander à l'AMC 1 186,56 € au total
    Et la GAP doit retenir un engagement de 1 186,56 €

  @cas:ROC-CLC-023 @exig:EXG-CLC-0023 @svc:clc @v1 @v2 @profil:mco-public @niveau:obligatoire @limite
  Scénario: Ne rien demander pour un patient parti avant les soins
    Étant donné le patient "P01" couvert par l'AMC "Mutuelle Alpha"
    Et une venue aux urgences le 02/06/2025
    Et une identification des droits demandée par l'agent
    Et un patient parti avant les soins le 02/06/2025
    Quand l'agent calcule la part AMC
    Alors la GAP doit identifier les droits au moins une fois
    Et la GAP ne doit pas calculer
    Et la GAP doit laisser 0,00 € au patient

  @cas:ROC-CLC-024 @exig:EXG-CLC-0024 @svc:clc @v1 @v2 @profil:mco-public @niveau:recommande @nominal
  Scénario: Demander à l'AMC le ticket modérateur d'une urgence gynécologique
    Étant donné le patient "P03" couvert par l'AMC "Mutuelle Alpha"
    Et une venue aux urgences gynécologiques le 02/06/2025
    Et un forfait "ATU" de 28,00 € réalisé le 02/06/2025
    Et un acte "JNQM001" de 40,00 € réalisé le 02/06/2025
    Et un patient sorti à domicile le 02/06/2025
    Quand l'agent calcule la part AMC
    Alors la GAP devrait demander à l'AMC 13,60 € de ticket modérateur
    Et la GAP ne devrait pas demander de forfait patient urgences à l'AMC
