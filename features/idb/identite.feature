# language: fr
Fonctionnalité: Identité transmise à l'AMC
  L'AMC reconnaît un bénéficiaire à son NIR, sa date de naissance et son rang. La GAP transmet ce que
  porte la carte, sans le corriger, et ne laisse pas partir ce qui est manifestement faux.

  @cas:ROC-IDB-002 @exig:EXG-IDB-0002 @svc:idb @v1 @v2 @profil:mco-public @niveau:obligatoire @erreur
  Scénario: Signaler un bénéficiaire inconnu
    Étant donné le patient "P01" couvert par l'AMC "Mutuelle Alpha"
    Et un patient inconnu de l'AMC
    Et un séjour en médecine du 02/06/2025 au 07/06/2025
    Et une identification des droits demandée par l'agent
    Et un patient sorti à domicile le 07/06/2025
    Quand l'agent calcule la part AMC
    Alors la GAP doit alerter l'agent avec le code "B01"
    Et la GAP doit proposer de corriger l'identité
    Et la GAP ne doit pas calculer

  @cas:ROC-IDB-006 @exig:EXG-IDB-0006 @svc:idb @v1 @v2 @profil:mco-public @niveau:obligatoire @erreur
  Scénario: Demander le numéro d'adhérent que l'AMC exige
    Étant donné le patient "P13" couvert par l'AMC "Mutuelle Zêta"
    Et une attestation sans numéro d'adhérent
    Et une identification des droits demandée par l'agent
    Et le numéro d'adhérent "Z00132345" complété par l'agent
    Quand l'agent identifie les droits du patient
    Alors la GAP doit demander à l'agent le numéro d'adhérent
    Et la GAP doit identifier les droits 2 fois
    Et la GAP doit transmettre le numéro d'adhérent "Z00132345"
    Et la GAP doit afficher des droits ouverts

  @cas:ROC-IDB-007 @exig:EXG-IDB-0007 @svc:idb @v1 @v2 @profil:mco-public @niveau:obligatoire @limite
  Plan du scénario: Distinguer deux jumeaux par leur rang
    Étant donné le patient "<patient>" couvert par l'AMC "Mutuelle Alpha"
    Quand l'agent identifie les droits du patient
    Alors la GAP doit transmettre le rang gémellaire <rang>
    Et la GAP doit retenir le contrat "<contrat>" au rang 1
    Et la GAP ne doit pas afficher de différence d'identité

    Exemples:
      | cas     | patient | rang | contrat |
      | premier | P05     | 1    | C-P05-1 |
      | second  | P06     | 2    | C-P06-1 |

  @cas:ROC-IDB-008 @exig:EXG-IDB-0008 @svc:idb @v1 @v2 @profil:mco-public @niveau:obligatoire @limite
  Scénario: Transmettre une date de naissance lunaire
    Étant donné le patient "P03" couvert par l'AMC "Mutuelle Alpha"
    Quand l'agent identifie les droits du patient
    Alors la GAP doit transmettre la date de naissance "19690000"
    Et la GAP doit afficher des droits ouverts

  @cas:ROC-IDB-009 @exig:EXG-IDB-0009 @svc:idb @v1 @v2 @profil:mco-public @niveau:obligatoire @limite
  Scénario: Accepter un NIR corse
    Étant donné le patient "P04" couvert par l'AMC "Mutuelle Alpha"
    Quand l'agent identifie les droits du patient
    Alors la GAP doit transmettre à l'identification des droits le NIR d'assuré de "P04"
    Et la GAP doit transmettre la clé de NIR "72"
    Et la GAP doit afficher des droits ouverts

  @cas:ROC-IDB-010 @exig:EXG-IDB-0010 @svc:idb @v1 @v2 @profil:mco-public @niveau:obligatoire @erreur
  Scénario: Bloquer une clé de NIR fausse
    Étant donné le patient "P01" couvert par l'AMC "Mutuelle Alpha"
    Et un NIR saisi avec la clé "98"
    Et une identification des droits demandée par l'agent
    Et une clé de NIR corrigée en "89"
    Quand l'agent identifie les droits du patient
    Alors la GAP doit signaler à l'agent une identité à corriger
    Et la GAP ne doit pas transmettre la clé de NIR "98"
    Et la GAP doit transmettre la clé de NIR "89"
    Et la GAP doit identifier les droits 1 fois

  @cas:ROC-IDB-011 @exig:EXG-IDB-0011 @svc:idb @v1 @v2 @profil:mco-public @niveau:obligatoire @limite
  Scénario: Identifier un enfant sans NIR propre
    Étant donné le patient "P05" couvert par l'AMC "Mutuelle Alpha"
    Quand l'agent identifie les droits du patient
    Alors la GAP doit transmettre à l'identification des droits le NIR d'assuré de "P05"
    Et la GAP ne doit pas transmettre de NIR propre au bénéficiaire
    Et la GAP doit transmettre la date de naissance "20180303"
    Et la GAP doit transmettre le rang gémellaire 1
    Et la GAP doit afficher des droits ouverts

  @cas:ROC-IDB-012 @exig:EXG-IDB-0012 @svc:idb @v1 @v2 @profil:mco-public @niveau:obligatoire @limite
  Scénario: Faire confirmer une identité qui diffère
    Étant donné le patient "P01" couvert par l'AMC "Mutuelle Alpha"
    Et un patient enregistré par l'AMC sous le nom "MARTINEAU"
    Et une identification des droits demandée par l'agent
    Quand l'agent confirme l'identité du patient
    Alors la GAP doit afficher une différence d'identité
    Et la GAP doit retenir la confirmation de l'identité
    Et la GAP doit conserver le nom "MARTIN"
