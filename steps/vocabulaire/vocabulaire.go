// Package vocabulaire is the French vocabulary of the suite: the sentences that analysts write and
// what the bench does for each.
//
// One file holds one subject: patient, attestation, venue and amc set the state of a case, gestes
// (and passe) what the agent does, and each service has the obligations that its messages must meet.
//
//	registry, err := steps.NewRegistry(vocabulaire.Steps()...)
//
// Rules of the house. A state changes the case's own world and context, or recalls what the agent did
// before; it judges nothing. A stimulus is one action of the agent. An obligation looks at the wire
// first; it reads what the GAP shows only for what has to be shown or kept, and its evidence says
// which of the two it was. Every obligation can fail, and an absence is only believed of a GAP that
// has been seen alive. Figures come from the feature, never from a computation; what no sentence states
// but every line owes, that it holds together, is in the laws (lois). Personal values are not repeated
// in the results.
package vocabulaire

import "github.com/roc-miroir/miroir/steps"

// Steps lists the vocabulary, by subject.
func Steps() [][]steps.Step {
	return [][]steps.Step{
		patientSteps(), identitySteps(), rightsSteps(), attestationSteps(), venueSteps(), amcSteps(),
		pastCaptureSteps(), pastCareSteps(), stimulusSteps(), courseSteps(), periodSteps(), practitionerSteps(),
		callSteps(), annuaireSteps(), captureSteps(), displaySteps(), idbSteps(), idbStateSteps(), simSteps(),
		amountSteps(), clcSteps(), engagementSteps(), billSteps(), alertSteps(), delSteps(),
	}
}
