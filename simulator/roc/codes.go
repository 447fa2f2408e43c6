package roc

// A Code is one entry of the catalogue of answers: what it means and which family it is in.
//
// The official lists are not public; these codes are miroir's own neutral catalogue. A GAP must
// keep any code verbatim, known or not.
type Code struct {
	ID    string
	Label string // French sentence
}

// Group returns the family of the code, which tells the GAP what to do.
func (c Code) Group() Group { return Group(c.ID[:1]) }

// A Group is a family of codes.
type Group string

// The families, and the GAP's default action.
const (
	GroupTechnical   Group = "T" // retry, then alert
	GroupSecurity    Group = "S" // stop, alert the administrator
	GroupDirectory   Group = "A" // correct the attestation, or leave ROC
	GroupBeneficiary Group = "B" // correct the identity
	GroupRights      Group = "D" // the patient or another AMC pays
	GroupConvention  Group = "C" // alert
	GroupPrestation  Group = "P" // correct the line
	GroupAmount      Group = "M" // correct the amounts
	GroupEngagement  Group = "G" // cancel or calculate again
	GroupInvoice     Group = "F" // correct the invoice and send it again
	GroupInformation Group = "R" // show
)

// Codes is the catalogue, in the order of the families.
func Codes() []Code {
	return []Code{
		{ID: "T01", Label: "Erreur interne de l'AMC."},
		{ID: "T02", Label: "Service momentanément indisponible."},
		{ID: "T03", Label: "Trop de demandes : réessayez plus tard."},
		{ID: "T04", Label: "Message non conforme à la norme."},
		{ID: "T05", Label: "Version de norme non acceptée."},
		{ID: "S01", Label: "Autorité de certification inconnue."},
		{ID: "S02", Label: "Certificat expiré."},
		{ID: "S03", Label: "Le FINESS du message ne correspond pas au certificat."},
		{ID: "S04", Label: "Établissement non inscrit au registre."},
		{ID: "S05", Label: "Établissement suspendu."},
		{ID: "S06", Label: "Assertion d'identité invalide."},
		{ID: "A01", Label: "AMC inconnue de l'annuaire."},
		{ID: "A02", Label: "AMC connue, non raccordée à ROC."},
		{ID: "A03", Label: "Plusieurs AMC possibles : précisez le critère secondaire de routage (CSR)."},
		{ID: "A04", Label: "AMC non desservie à cette adresse ou pour ce domaine."},
		{ID: "B01", Label: "Bénéficiaire inconnu."},
		{ID: "B02", Label: "Plusieurs bénéficiaires possibles."},
		{ID: "B03", Label: "Le numéro d'adhérent est nécessaire."},
		{ID: "B04", Label: "La date de naissance ou le rang ne correspond pas."},
		{ID: "B05", Label: "Le NIR ne correspond pas."},
		{ID: "D01", Label: "Droits fermés à la date demandée."},
		{ID: "D02", Label: "Droits non encore ouverts à la date demandée."},
		{ID: "D03", Label: "Droits ouverts sans tiers payant hospitalier."},
		{ID: "D04", Label: "Droits suspendus."},
		{ID: "D05", Label: "Délai de carence en cours."},
		{ID: "D06", Label: "Une autre AMC intervient d'abord."},
		{ID: "D07", Label: "Complémentaire santé solidaire : hors ROC."},
		{ID: "C01", Label: "Pas de convention entre l'établissement et l'AMC."},
		{ID: "C02", Label: "Domaine non couvert par la convention."},
		{ID: "C03", Label: "Contexte (ACE ou séjour) non ouvert."},
		{ID: "C04", Label: "Mode de financement de l'établissement non ouvert."},
		{ID: "P01", Label: "Code de prestation inconnu."},
		{ID: "P02", Label: "Prestation non prise en charge."},
		{ID: "P03", Label: "Date de soins hors de la période de droits."},
		{ID: "P04", Label: "Exonération incompatible avec la prestation."},
		{ID: "P05", Label: "Base ou taux incohérent."},
		{ID: "P06", Label: "Forfait ou participation déjà pris en charge."},
		{ID: "P07", Label: "Dépassement au-delà de la garantie."},
		{ID: "M01", Label: "Le total ne correspond pas à la somme des lignes."},
		{ID: "M02", Label: "Montant négatif."},
		{ID: "M03", Label: "Parts AMO et AMC supérieures au montant facturé."},
		{ID: "M04", Label: "Le tarif n'est pas celui de la date de soins."},
		{ID: "G01", Label: "Identification des droits absente ou périmée."},
		{ID: "G02", Label: "Un engagement existe déjà pour ce dossier."},
		{ID: "G03", Label: "Engagement inconnu."},
		{ID: "G04", Label: "Engagement annulé."},
		{ID: "G05", Label: "Engagement échu."},
		{ID: "G06", Label: "Engagement déjà facturé."},
		{ID: "G07", Label: "Identifiant de calcul déjà utilisé pour une autre demande."},
		{ID: "G08", Label: "Une période suivante est engagée : elle s'annule d'abord."},
		{ID: "G09", Label: "La période recouvre une période déjà engagée."},
		{ID: "G10", Label: "La période ne suit pas la précédente."},
		{ID: "R01", Label: "Plafond de la garantie atteint."},
		{ID: "R02", Label: "Nombre de jours garantis atteint."},
		{ID: "R03", Label: "Période partiellement couverte."},
		{ID: "R04", Label: "Voir la consigne."},
		{ID: "R05", Label: "Le statut OPTAM du praticien diffère de celui que connaît l'AMC."},
	}
}

// labels indexes the catalogue; nothing changes it.
var labels = func() map[string]string {
	m := map[string]string{}
	for _, c := range Codes() {
		m[c.ID] = c.Label
	}
	return m
}()

// LabelOf returns the French sentence of a code of the catalogue, empty where it is not in it.
func LabelOf(id string) string { return labels[id] }
