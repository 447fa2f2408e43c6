package soap_test

import (
	"slices"
	"strings"
	"testing"
)

func TestServerReads(t *testing.T) {
	s := directory(t)
	security := `<w:Security xmlns:w="urn:w"/>`
	elsewhere := `<w:Trace xmlns:w="urn:w" s:mustUnderstand="1" s:actor="urn:another"/>`
	away := `<w:Trace xmlns:w="urn:w" s:mustUnderstand="true" s:role="urn:another"><w:a>text</w:a></w:Trace>`
	prefixed := strings.NewReplacer("</", "</r:", "<", "<r:", `xmlns=`, `xmlns:r=`).Replace(annuaire)
	tests := []struct {
		name, contentType, action, body string
	}{
		{"SOAP 1.1 without an action", type11, "", envelope(space11, "", annuaire)},
		{"SOAP 1.1 with an empty action", type11, `""`, envelope(space11, "", annuaire)},
		{"SOAP 1.1 with its action", type11, `"urn:miroir:roc:v1:ANN"`, envelope(space11, "", annuaire)},
		{"SOAP 1.1 with its action unquoted", type11, `urn:miroir:roc:v1:ANN`, envelope(space11, "", annuaire)},
		{"SOAP 1.1 without a charset", "text/xml", "", envelope(space11, "", annuaire)},
		{"SOAP 1.1 with a declaration and a byte order mark", type11, "",
			"\ufeff<?xml version='1.0' encoding='utf-8'?>\n" + envelope(space11, "", annuaire)},
		{"SOAP 1.1 with blanks and comments", type11, "",
			"<!-- a -->\n" + envelope(space11, "\n  ", "\n "+annuaire+"<!-- b -->\n") + "\n<!-- c -->\n"},
		{"SOAP 1.1 with an empty Header", type11, "", envelope(space11, "<s:Header/>", annuaire)},
		{"SOAP 1.1 with a header block that may be ignored", type11, "",
			envelope(space11, "<s:Header>"+security+"</s:Header>", annuaire)},
		{"SOAP 1.1 with a header block for another actor", type11, "",
			envelope(space11, "<s:Header>"+elsewhere+"</s:Header>", annuaire)},
		{"SOAP 1.1 with a message that uses a prefix", type11, "", envelope(space11, "", prefixed)},
		{"SOAP 1.2 without an action", type12, "", envelope(space12, "", annuaire)},
		{"SOAP 1.2 with its action", type12 + `; action="urn:miroir:roc:v1:ANN"`, "", envelope(space12, "", annuaire)},
		{"SOAP 1.2 with a stray SOAPAction header", type12, `"urn:other"`, envelope(space12, "", annuaire)},
		{"SOAP 1.2 with a header block for another role", type12, "",
			envelope(space12, "<s:Header>"+away+"</s:Header>", annuaire)},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := post(t, s.URL, tt.contentType, tt.action, tt.body)
			if got.status != 200 || got.Reply == nil {
				t.Fatalf("HTTP %d, want a reply:\n%s", got.status, got.raw)
			}
			space := space11
			if strings.HasPrefix(tt.contentType, "application") {
				space = space12
			}
			if got.XMLName.Space != space || !strings.HasPrefix(tt.contentType, got.contentType[:8]) {
				t.Errorf("answered in %s as %s", got.XMLName.Space, got.contentType)
			}
		})
	}
}

func TestServerRefusesWhatItCannotRead(t *testing.T) {
	s := directory(t)
	good11, good12 := envelope(space11, "", annuaire), envelope(space12, "", annuaire)
	must := `<s:Header><w:Security xmlns:w="urn:w" s:mustUnderstand="1"/><w:B xmlns:w="urn:w"/></s:Header>`
	bare := `<s:Header><Security s:mustUnderstand="1"/></s:Header>`
	deep := strings.Repeat("<a>", 40) + strings.Repeat("</a>", 40)
	tests := []struct {
		name, contentType, body, fault, code string
	}{
		{"envelope of another namespace", type11,
			envelope("urn:other", "", annuaire), "VersionMismatch", "VERSION_SOAP"},
		{"envelope of another namespace in 1.2", type12,
			envelope("urn:other", "", annuaire), "VersionMismatch", "VERSION_SOAP"},
		{"envelope without a namespace", type11, `<Envelope/>`, "VersionMismatch", "VERSION_SOAP"},
		{"1.1 envelope sent as 1.2", type12, good11, "Client", "TYPE_CONTENU"},
		{"1.2 envelope sent as 1.1", type11, good12, "Sender", "TYPE_CONTENU"},
		{"JSON content type", "application/json", good11, "Client", "TYPE_CONTENU"},
		{"no content type", "", good11, "Client", "TYPE_CONTENU"},
		{"another charset announced", "text/xml; charset=iso-8859-1", good11, "Client", "ENCODAGE"},
		{"another charset announced in 1.2", "application/soap+xml; charset=utf-16", good12, "Sender", "ENCODAGE"},
		{"another encoding declared", type11,
			`<?xml version="1.0" encoding="ISO-8859-1"?>` + good11, "Client", "ENCODAGE"},
		{"bytes that are not UTF-8", type12, strings.Replace(good12, "É", "\xc9", 1), "Sender", "ENCODAGE"},
		{"UTF-16", type11, "\xff\xfe<\x00a\x00", "Client", "ENCODAGE"},
		{"header block to be understood in 1.1", type11, envelope(space11, must, annuaire), "MustUnderstand", ""},
		{"header block to be understood in 1.2", type12,
			envelope(space12, must, annuaire), "MustUnderstand", "ENTETE_NON_COMPRIS"},
		{"header block without a namespace", type11,
			envelope(space11, bare, annuaire), "Client", "ENVELOPPE_INVALIDE"},
		{"two children in the Body", type11, envelope(space11, "", annuaire+annuaire), "Client", "CORPS_MULTIPLE"},
		{"empty Body", type11, envelope(space11, "", ""), "Client", "CORPS_VIDE"},
		{"blank Body", type12, envelope(space12, "", "  \n"), "Sender", "CORPS_VIDE"},
		{"text in the Body", type11, envelope(space11, "", "a"+annuaire), "Client", "ENVELOPPE_INVALIDE"},
		{"text after the message", type11, envelope(space11, "", annuaire+"a"), "Client", "ENVELOPPE_INVALIDE"},
		{"no Body", type11, `<s:Envelope xmlns:s="` + space11 + `"/>`, "Client", "ENVELOPPE_INVALIDE"},
		{"two Headers", type11,
			envelope(space11, "<s:Header/><s:Header/>", annuaire), "Client", "ENVELOPPE_INVALIDE"},
		{"element after the Body", type11,
			strings.Replace(good11, "</s:Body>", "</s:Body><s:Body/>", 1), "Client", "ENVELOPPE_INVALIDE"},
		{"Body of the other version", type11,
			strings.Replace(good11, "<s:Body>", `<s:Body xmlns:s="`+space12+`">`, 1), "Client", "ENVELOPPE_INVALIDE"},
		{"another document", type11, "<html><body/></html>", "Client", "ENVELOPPE_INCONNUE"},
		{"no XML", type11, `{"a":1}`, "Client", "XML_MAL_FORME"},
		{"nothing", type11, "", "Client", "XML_MAL_FORME"},
		{"truncated", type12, good12[:len(good12)-20], "Sender", "XML_MAL_FORME"},
		{"truncated in the message", type11, good11[:200], "Client", "XML_MAL_FORME"},
		{"document type", type11, "<!DOCTYPE a [<!ENTITY b 'c'>]>" + good11, "Client", "DTD_INTERDITE"},
		{"entity", type11, strings.Replace(good11, "GAP", "&nom;", 1), "Client", "ENTITE_INTERDITE"},
		{"processing instruction", type11, "<?php?>" + good11, "Client", "INSTRUCTION_INTERDITE"},
		{"too deep", type11,
			envelope(space11, "<s:Header><w:a xmlns:w='w'>"+deep+"</w:a></s:Header>", ""), "Client", "TROP_PROFOND"},
		{"content after the envelope", type11, good11 + good11, "Client", "CONTENU_APRES_RACINE"},
		{"message of another namespace", type11,
			strings.Replace(good11, "urn:miroir:roc:v1", "urn:other", 1), "Client", "ESPACE_DE_NOMS"},
		{"unknown message", type11,
			strings.ReplaceAll(good11, "ConsultationAnnuaireDemande", "Consultation"), "Client", "DEMANDE_INCONNUE"},
		{"a reply in place of a request", type11,
			strings.ReplaceAll(good11, "Demande", "Reponse"), "Client", "DEMANDE_INCONNUE"},
		{"request of a service that is elsewhere", type11,
			strings.ReplaceAll(good11, "ConsultationAnnuaireDemande", "CalculDemande"), "Client", "SERVICE_ABSENT"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := post(t, s.URL, tt.contentType, "", tt.body)
			status := 500
			if tt.fault == "Sender" {
				status = 400
			}
			if got.status != status || got.faultCode() != tt.fault {
				t.Fatalf("HTTP %d, %s; want %d, %s\n%s", got.status, got.faultCode(), status, tt.fault, got.raw)
			}
			if l := got.label(); l.Lang != "fr" || l.Text == "" {
				t.Errorf("label %+v, want a French sentence", l)
			}
			checkDetail(t, got, tt.code)
		})
	}
}

func TestServerRefusesAnActionThatIsNotTheMessages(t *testing.T) {
	s := directory(t)
	const other = `"urn:miroir:roc:v1:CLC"`
	got := post(t, s.URL, type11, other, envelope(space11, "", annuaire))
	if got.status != 500 || got.faultCode() != "Client" {
		t.Errorf("SOAP 1.1: HTTP %d, %s", got.status, got.faultCode())
	}
	checkDetail(t, got, "ACTION_INCOHERENTE")
	got = post(t, s.URL, type12+"; action="+other, "", envelope(space12, "", annuaire))
	if got.status != 400 || got.faultCode() != "Sender" {
		t.Errorf("SOAP 1.2: HTTP %d, %s", got.status, got.faultCode())
	}
	checkDetail(t, got, "ACTION_INCOHERENTE")
}

// checkDetail wants one error of the code, none where code is empty, and the journal entry.
func checkDetail(t *testing.T, got *seen, code string) {
	t.Helper()
	d := got.detail()
	if code == "" {
		if got.Detail != nil {
			t.Errorf("SOAP 1.1 wants no detail for a header block:\n%s", got.raw)
		}
		return
	}
	if len(d.Errors) != 1 || d.Errors[0].Code != code || d.Errors[0].Label == "" || d.Entry != entry {
		t.Errorf("detail %+v, want one error %s and entry %s", d, code, entry)
	}
	if d.XMLName.Space != "urn:miroir:roc:v1" {
		t.Errorf("detail in namespace %q", d.XMLName.Space)
	}
	if got.Code12 != "" && got.Subcode != "m:"+code && strings.HasSuffix(got.faultCode(), "er") {
		t.Errorf("subcode %q, want m:%s", got.Subcode, code)
	}
}

func TestServerReportsAllTheFaultsOfAMessageAtOnce(t *testing.T) {
	s := directory(t)
	bad := strings.NewReplacer(
		"<finessEJ>999000011<", "<finessEJ>999000012<",
		"<contexte>SEJOUR<", "<contexte>SEJOURS<",
		"<dateReference>2026-03-02<", "<dateReference>2026-02-30<",
		"<numeroAMC>99000001</numeroAMC>", "",
		"</ConsultationAnnuaireDemande>", "<inconnu/></ConsultationAnnuaireDemande>",
	).Replace(annuaire)
	got := post(t, s.URL, type12, "", envelope(space12, "", bad))
	if got.status != 400 || got.faultCode() != "Sender" || got.Subcode != "m:T04" {
		t.Errorf("HTTP %d, %s, %s", got.status, got.faultCode(), got.Subcode)
	}
	var places []string
	for _, e := range got.detail().Errors {
		places = append(places, e.Path+" "+e.Code)
		if !strings.HasSuffix(strings.TrimSpace(e.Label), ".") && !strings.HasSuffix(e.Label, "?") {
			t.Errorf("label of %s is no sentence: %q", e.Path, e.Label)
		}
	}
	slices.Sort(places)
	const root = "/ConsultationAnnuaireDemande/"
	want := []string{
		root + "contexte VALEUR_INCONNUE", root + "dateReference DATE_INVALIDE",
		root + "entete/emetteur/finessEJ CLE_FINESS", root + "inconnu ELEMENT_INCONNU",
		root + "numeroAMC ELEMENT_MANQUANT",
	}
	if !slices.Equal(places, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(places, "\n"), strings.Join(want, "\n"))
	}
}

func TestServerNamesWhatItUnderstands(t *testing.T) {
	s := directory(t)
	must := `<s:Header><w:Security xmlns:w="urn:w&amp;&quot;" s:mustUnderstand="true"/></s:Header>`
	got := post(t, s.URL, type12, "", envelope(space12, must, annuaire))
	if len(got.Unknown) != 1 || got.Unknown[0].QName != "h:Security" {
		t.Errorf("NotUnderstood %+v, want h:Security\n%s", got.Unknown, got.raw)
	}
	got = post(t, s.URL, type12, "", envelope("urn:other", "", annuaire))
	if len(got.Upgrade) != 2 {
		t.Errorf("%d supported envelopes, want both versions", len(got.Upgrade))
	}
}
