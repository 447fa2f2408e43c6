package admin

import (
	"net/http"
	"time"

	"github.com/roc-miroir/miroir/simulator/amc"
	"github.com/roc-miroir/miroir/simulator/roc"
)

// An Engagement is a calculation that was answered, as the API gives it.
type Engagement struct {
	ClcID           string    `json:"clcId,omitempty"`
	State           string    `json:"etat"`
	NDA             string    `json:"nda"`
	AMC             string    `json:"amc"`
	IdbID           string    `json:"idbId"`
	AnsweredAt      time.Time `json:"a"`
	GuaranteedUntil string    `json:"garantiJusquAu,omitempty"`
	Total           roc.Cents `json:"totalAmc"`
}

// An EngagementList is the answer of GET /api/worlds/{w}/engagements.
type EngagementList struct {
	Engagements []Engagement `json:"engagements"`
}

func (a *API) listEngagements(r *http.Request) (any, error) {
	found, err := a.Exchanges.Engagements(r.Context(), r.PathValue("monde"))
	list := EngagementList{Engagements: make([]Engagement, len(found))}
	for i, e := range found {
		list.Engagements[i] = engagement(e)
	}
	return list, err
}

func engagement(e *amc.Engagement) Engagement {
	return Engagement{
		ClcID: e.ClcID, State: string(e.State), NDA: e.NDA, AMC: e.AMC, IdbID: e.IdbID, AnsweredAt: e.AnsweredAt,
		GuaranteedUntil: e.GuaranteedUntil.String(), Total: e.Total,
	}
}
