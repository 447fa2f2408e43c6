# language: fr
Fonctionnalité: Réadaptation et psychiatrie
  Les séjours de réadaptation et de psychiatrie ont leurs jours, leurs tarifs et, en psychiatrie, leur forfait
  journalier : 15 euros jusqu'au 28 février 2026, 17 euros ensuite. Tarifs journaliers : réadaptation polyvalente
  277,06 euros, psychiatrie de groupe 2 573,37 euros en hospitalisation complète et 413,81 euros de jour.

  @cas:ROC-CLC-108 @exig:EXG-CLC-0108 @svc:clc @v2 @profil:smr @niveau:obligatoire @limite
  Scénario: Compter les jours du séjour qui précède dans la même entité juridique
    Étant donné le patient "P01" couvert par l'AMC "Mutuelle Alpha"
    Et un séjour en soins médicaux et de réadaptation du 12/06/2025 au 07/07/2025
    Et un séjour antérieur du 02/06/2025 au 12/06/2025 dans le même groupe
    Et un patient sorti à domicile le 07/07/2025
    Quand l'agent calcule la part AMC
    Alors la GAP doit demander à l'AMC 1 108,24 € de ticket modérateur
    Et la GAP doit demander à l'AMC 120,00 € de forfait journalier du 02/07/2025 au 07/07/2025
    Et la GAP doit retenir un engagement de 1 228,24 €

  @cas:ROC-CLC-109 @exig:EXG-CLC-0109 @svc:clc @v2 @profil:smr @niveau:recommande @limite
  Scénario: Compter les jours du séjour qui précède dans une autre entité juridique
    Étant donné le patient "P01" couvert par l'AMC "Mutuelle Alpha"
    Et un séjour en soins médicaux et de réadaptation du 12/06/2025 au 07/07/2025
    Et un séjour antérieur du 02/06/2025 au 12/06/2025 dans un autre groupe
    Et un patient sorti à domicile le 07/07/2025
    Quand l'agent calcule la part AMC
    Alors la GAP devrait demander à l'AMC 1 108,24 € de ticket modérateur
    Et la GAP devrait demander à l'AMC 120,00 € de forfait journalier
    Et la GAP devrait retenir un engagement de 1 228,24 €

  @cas:ROC-CLC-110 @exig:EXG-CLC-0110 @svc:clc @v2 @profil:smr @niveau:obligatoire @limite
  Scénario: Ne pas demander les jours de permission
    Étant donné le patient "P01" couvert par l'AMC "Mutuelle Alpha"
    Et un séjour en soins médicaux et de réadaptation du 02/06/2025 au 12/06/2025
    Et une permission du 07/06/2025 au 08/06/2025
    Et un patient sorti à domicile le 12/06/2025
    Quand l'agent calcule la part AMC
    Alors la GAP doit demander à l'AMC 443,30 € de ticket modérateur
    Et la GAP ne doit pas demander à l'AMC de soins le 07/06/2025
    Et la GAP ne doit pas demander à l'AMC de soins le 08/06/2025
    Et la GAP doit retenir un engagement de 463,30 €

  @cas:ROC-CLC-111 @exig:EXG-CLC-0111 @svc:clc @v2 @profil:psy @niveau:obligatoire @nominal
  Plan du scénario: Demander le forfait journalier de la psychiatrie au tarif du jour
    Étant donné le patient "<patient>" couvert par l'AMC "Mutuelle Alpha"
    Et une attestation valable jusqu'au 31/12/2026
    Et un séjour en psychiatrie du <entrée> au <sortie>
    Et un patient sorti à domicile le <sortie>
    Quand l'agent calcule la part AMC
    Alors la GAP doit demander à l'AMC <ticket> de ticket modérateur
    Et la GAP doit demander à l'AMC <forfait> de forfait journalier
    Et la GAP doit retenir un engagement de <total>

    Exemples:
      | cas         | patient | entrée     | sortie     | ticket     | forfait | total      |
      | douze-nuits | P01     | 02/06/2025 | 14/06/2025 | 1 376,09 € | 15,00 € | 1 391,09 € |
      | mars-2026   | P02     | 27/02/2026 | 04/03/2026 | 0,00 €     | 98,00 € | 98,00 €    |

  @cas:ROC-CLC-112 @exig:EXG-CLC-0112 @svc:clc @v2 @profil:psy @niveau:obligatoire @nominal
  Scénario: Ne pas demander de forfait journalier pour une hospitalisation de jour
    Étant donné le patient "P01" couvert par l'AMC "Mutuelle Alpha"
    Et un séjour en hospitalisation de jour en psychiatrie du 02/06/2025 au 05/06/2025
    Et un patient sorti à domicile le 05/06/2025
    Quand l'agent calcule la part AMC
    Alors la GAP doit demander à l'AMC 331,04 € de ticket modérateur
    Et la GAP ne doit pas demander de forfait journalier à l'AMC
    Et la GAP doit retenir un engagement de 331,04 €
