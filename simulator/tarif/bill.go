package tarif

// A Bill is what a stay or a visit leaves after the AMO.
type Bill struct {
	Lines   []Line
	Circuit string   // ROC; C2S or AME where one invoice goes to whoever manages both parts
	Remarks []string // French: what was decided without making a line
}
