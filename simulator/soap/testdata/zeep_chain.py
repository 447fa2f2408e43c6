#!/usr/bin/python3
"""Plays a stay from the WSDL alone, with a SOAP client that is not ours (python3-zeep).

Usage: zeep_chain.py WSDL_ANNUAIRE WSDL_AMC PERSONA

PERSONA is a JSON object: who is admitted, where, on which day (see the test that runs this file).
The chain is ANN, IDB, CLC, DEL; the AMC is called at the addresses that the directory answers.
A last IDB with a wrong FINESS key shows that the Fault, too, is read. It is played once for each
port of the WSDL, so in SOAP 1.1 and in SOAP 1.2; outcomes are printed as one JSON object.
"""

import datetime
import json
import sys
import uuid
from decimal import Decimal

import zeep


class Stay:
    """One stay, told through one version of SOAP."""

    def __init__(self, directory, amc, persona, version):
        self.directory, self.amc, self.persona, self.version = directory, amc, persona, version
        self.outcome = {}
        self.addresses = {}

    def now(self):
        return datetime.datetime.fromisoformat(self.persona["instant"])

    def day(self):
        return self.now().date()

    def header(self, addressed=True):
        p = self.persona
        header = {
            "idMessage": str(uuid.uuid4()),
            "envoyeLe": self.now(),
            "emetteur": {
                "finessEJ": p["finessEJ"],
                "finessEG": p["finessEG"],
                "logiciel": {"editeur": "Zeep", "produit": "zeep_chain", "version": zeep.__version__},
            },
            "versionNorme": "V1",
            "test": True,
        }
        if addressed:
            header["destinataire"] = {"numeroAMC": p["numeroAMC"]}
        return header

    def beneficiary(self):
        p = self.persona
        return {
            "nirAssure": p["nir"],
            "cleAssure": p["cle"],
            "dateNaissance": p["dateNaissance"],
            "rangNaissance": p["rangNaissance"],
            "nom": p["nom"],
            "prenom": p["prenom"],
        }

    def service(self, code):
        """The AMC's service at the address that the directory gave."""
        binding = "{%s}AMC%s" % (self.persona["espace"], self.version)
        return self.amc.create_service(binding, self.addresses[code])

    def keep(self, code, header, reply):
        assert reply.entete.enReponseA == header["idMessage"], "the answer to another message"
        self.outcome[code] = reply.statut.resultat
        return reply

    def ann(self):
        header, p = self.header(addressed=False), self.persona
        port = self.directory.bind("Annuaire", "Annuaire" + self.version)
        reply = self.keep("ANN", header, port.ConsultationAnnuaire(
            entete=header, numeroAMC=p["numeroAMC"], typeConvention=p["typeConvention"],
            contexte="SEJOUR", dateReference=self.day()))
        self.addresses = {a.service: a.url for a in reply.acces}

    def idb_request(self):
        p = self.persona
        return {
            "entete": self.header(),
            "carte": {
                "numeroAMC": p["numeroAMC"],
                "typeConvention": p["typeConvention"],
                "numeroAdherent": p["numeroAdherent"],
            },
            "beneficiaire": self.beneficiary(),
            "amo": {"regime": "01"},
            "du": self.day(),
            "domaine": "MCOO",
            "contexte": "SEJOUR",
            "modeSaisie": "SAISIE",
            "natureAssurance": "10",
        }

    def idb(self):
        asked = self.idb_request()
        reply = self.keep("IDB", asked["entete"], self.service("IDB").IdentificationDroits(**asked))
        self.id_idb = reply.idIDB

    def clc(self):
        header, p = self.header(), self.persona
        reply = self.keep("CLC", header, self.service("CLC").Calcul(
            entete=header,
            idDemandeCalcul=str(uuid.uuid4()),
            idIDB=self.id_idb,
            etablissement={"finessEJ": p["finessEJ"], "finessEG": p["finessEG"]},
            patient={"ipp": "IPP1", "nda": "NDA-" + self.version, "beneficiaire": self.beneficiary()},
            amo={"natureAssurance": "10", "exoneration": "0", "payeurFJ": "A"},
            venue={"entree": self.now(), "sortie": self.now() + datetime.timedelta(days=1), "type": "HC", "domaine": "MCOO"},
            ligne=[line(i + 1, self.day(), amount) for i, amount in enumerate(p["forfaits"])],
            totaux={
                "facture": sum(map(Decimal, p["forfaits"])),
                "montantAMO": Decimal("0.00"),
                "demande": sum(map(Decimal, p["forfaits"])),
            }))
        self.id_clc = reply.idCLC
        self.outcome["montantAMC"] = str(reply.totaux.montantAMC)

    def cancel(self):
        header = self.header()
        self.keep("DEL", header, self.service("DEL").Annulation(
            entete=header, idCLC=self.id_clc, idIDB=self.id_idb, motif="PRESTATIONS", date=self.day()))

    def fault(self):
        asked = self.idb_request()
        asked["entete"]["emetteur"]["finessEJ"] = self.persona["finessFaux"]
        try:
            self.service("IDB").IdentificationDroits(**asked)
        except zeep.exceptions.Fault as fault:
            codes = fault.detail.iterfind(".//{%s}code" % self.persona["espace"])
            self.outcome["faute"] = [fault.code.split(":")[-1], fault.message] + [c.text for c in codes]

    def play(self):
        for step in (self.ann, self.idb, self.clc, self.cancel, self.fault):
            step()
        return self.outcome


def line(number, day, amount):
    """A daily charge, which the compulsory insurance leaves whole."""
    return {
        "numero": number, "code": "FJ", "du": day, "au": day, "quantite": 1,
        "prixUnitaire": Decimal(amount), "total": Decimal(amount),
        "montantAMO": Decimal("0.00"), "reste": Decimal(amount),
    }


def main():
    directory, amc = zeep.Client(sys.argv[1]), zeep.Client(sys.argv[2])
    persona = json.loads(sys.argv[3])
    played = {v: Stay(directory, amc, persona, v).play() for v in ("SOAP11", "SOAP12")}
    json.dump(played, sys.stdout, ensure_ascii=False, indent=2)


main()
