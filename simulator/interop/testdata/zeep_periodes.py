#!/usr/bin/python3
"""Bills a long stay by periods from the V2 WSDL alone, with a SOAP client that is not ours (python3-zeep).

Usage: zeep_periodes.py WSDL_ANNUAIRE WSDL_AMC PERSONA

PERSONA is a JSON object: who is admitted, where, and the periods of the stay (see the test that runs this
file). The chain is ANN, IDB, one CLC a period; then DEL of the first period, which those that follow hold
back, and DEL of the last. It is played once for each port of the WSDL; outcomes are printed as JSON.
"""

import datetime
import json
import sys
import uuid
from decimal import Decimal

import zeep


class Stay:
    """One stay billed by periods, told through one version of SOAP."""

    def __init__(self, directory, amc, persona, version):
        self.directory, self.amc, self.persona, self.version = directory, amc, persona, version
        self.outcome = {"CLC": [], "periodes": [], "jours": []}
        self.engagements = []

    def now(self):
        return datetime.datetime.fromisoformat(self.persona["instant"])

    def header(self, addressed=True):
        p = self.persona
        header = {
            "idMessage": str(uuid.uuid4()),
            "envoyeLe": self.now(),
            "emetteur": {
                "finessEJ": p["finessEJ"],
                "finessEG": p["finessEG"],
                "logiciel": {"editeur": "Zeep", "produit": "zeep_periodes", "version": zeep.__version__},
            },
            "versionNorme": "V2",
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

    def ann(self):
        p = self.persona
        port = self.directory.bind("Annuaire", "Annuaire" + self.version)
        reply = port.ConsultationAnnuaire(
            entete=self.header(addressed=False), numeroAMC=p["numeroAMC"], typeConvention=p["typeConvention"],
            contexte="SEJOUR", dateReference=day(p["periodes"][0][0]))
        self.outcome["ANN"] = reply.statut.resultat
        self.outcome["contrat"] = reply.contratTechnique
        self.addresses = {a.service: a.url for a in reply.acces if a.version == "V2"}

    def idb(self):
        p = self.persona
        reply = self.service("IDB").IdentificationDroits(
            entete=self.header(),
            carte={
                "numeroAMC": p["numeroAMC"],
                "typeConvention": p["typeConvention"],
                "numeroAdherent": p["numeroAdherent"],
            },
            beneficiaire=self.beneficiary(), amo={"regime": "01"}, du=day(p["periodes"][0][0]), domaine="SMR",
            modeFinancement="EX_DG", contexte="SEJOUR", modeSaisie="SAISIE", natureAssurance="10")
        self.outcome["IDB"] = reply.statut.resultat
        self.id_idb = reply.idIDB

    def clc(self, index):
        p = self.persona
        first, last = map(day, p["periodes"][index])
        final = index == len(p["periodes"]) - 1
        nights = (last - first).days + (0 if final else 1)
        lines = [ticket(first, nights)]
        if final:
            lines.append(exit_charge(last))
        total = sum(l["total"] for l in lines)
        amo = sum(l["montantAMO"] for l in lines)
        reply = self.service("CLC").Calcul(
            entete=self.header(),
            idDemandeCalcul=str(uuid.uuid4()),
            idIDB=self.id_idb,
            etablissement={"finessEJ": p["finessEJ"], "finessEG": p["finessEG"], "mode": "EX_DG"},
            patient={"ipp": "IPP1", "nda": "NDA-" + self.version, "beneficiaire": self.beneficiary()},
            amo={"natureAssurance": "10", "exoneration": "0", "payeurFJ": "A"},
            venue={
                "entree": at(p["periodes"][0][0]), "sortie": at(p["periodes"][-1][1]), "type": "HC", "domaine": "SMR",
            },
            periodeFacturation={"indice": index + 1, "du": first, "au": last, "finale": final},
            ligne=lines,
            totaux={"facture": total, "montantAMO": amo, "demande": total - amo})
        self.engagements.append(reply.idCLC)
        self.outcome["CLC"].append("%s %s" % (reply.statut.resultat, reply.totaux.montantAMC))
        period = reply.periodeFacturation
        self.outcome["periodes"].append("%d du %s au %s" % (period.indice, period.du, period.au))
        self.outcome["jours"].append(reply.compteurs.joursComptes)

    def cancel(self, index):
        reply = self.service("DEL").Annulation(
            entete=self.header(), idCLC=self.engagements[index], idIDB=self.id_idb, motif="REGULARISATION",
            date=self.now().date())
        return (reply.statut.resultat + " " + (reply.statut.code or "")).strip()

    def play(self):
        self.ann()
        self.idb()
        for index in range(len(self.persona["periodes"])):
            self.clc(index)
        self.outcome["DEL"] = [self.cancel(0), self.cancel(-1)]
        return self.outcome


def day(text):
    return datetime.date.fromisoformat(text)


def at(text):
    return datetime.datetime.fromisoformat(text + "T10:00:00+02:00")


def ticket(first, nights):
    """The nights of a period, at 277.06 a day, of which the compulsory insurance leaves a fifth."""
    price = Decimal("277.06")
    total = price * nights
    amo = (total * Decimal("0.80")).quantize(Decimal("0.01"))
    return {
        "numero": 1, "code": "PJ", "du": first, "au": first + datetime.timedelta(days=nights - 1), "quantite": nights,
        "prixUnitaire": price, "total": total, "base": total, "taux": 80, "montantAMO": amo,
        "reste": total - amo,
    }


def exit_charge(last):
    """The daily charge of the day of the exit, which only the last period bears."""
    charge = Decimal("20.00")
    return {
        "numero": 2, "code": "FJ", "du": last, "au": last, "quantite": 1, "prixUnitaire": charge, "total": charge,
        "montantAMO": Decimal("0.00"), "reste": charge,
    }


def main():
    directory, amc = zeep.Client(sys.argv[1]), zeep.Client(sys.argv[2])
    persona = json.loads(sys.argv[3])
    played = {v: Stay(directory, amc, persona, v).play() for v in ("SOAP11", "SOAP12")}
    json.dump(played, sys.stdout, ensure_ascii=False, indent=2)


main()
