// Package roc holds the words of the dispositif ROC: identifiers, money, dates, the messages of
// the five online services and the codes of their answers.
//
// ROC (Remboursement des Organismes Complémentaires) lets a hospital bill the complementary
// insurer (AMC) of a patient directly. The hospital's software (the GAP) calls, in this order:
//
//	ANN  the directory: who answers for the insurer printed on the card, and where
//	IDB  identification of rights: is the beneficiary covered on these dates
//	SIM  simulation: an estimate, stays only, binding nobody
//	CLC  calculation: the amount that the AMC commits to pay, line by line
//	DEL  cancellation of one calculation
//
// The types here say what a message means, never how it is written: element names, order,
// occurrences and formats belong to package norme, which fills these structures from its tables.
// A field known to one version only says so in its comment.
//
// The package imports the standard library only, does no input or output and reads no clock.
//
// Sources: the public facts gathered on ROC; no public document gives the official formats, so
// the names are ours.
package roc
