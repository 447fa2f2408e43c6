package roc

// A Service is one of the five online services, by its code.
type Service string

// The five services, in the order in which a hospital calls them.
const (
	ANN Service = "ANN"
	IDB Service = "IDB"
	SIM Service = "SIM"
	CLC Service = "CLC"
	DEL Service = "DEL"
)

// Services lists the five services in call order.
func Services() []Service { return []Service{ANN, IDB, SIM, CLC, DEL} }

// A Message is a request or a reply of one of the services.
type Message interface {
	Service() Service
}

// A Request is a message that a hospital sends.
type Request interface {
	Message
	RequestHeader() *Header
	// NewReply returns an empty reply of the same service.
	NewReply() Reply
}

// A Reply is a message that the AMC, its operator or the directory answers.
type Reply interface {
	Message
	ReplyHeader() *ReplyHeader
	Outcome() *Status
}

// NewRequest returns an empty request of service s, or nil where s is not one of the five.
func NewRequest(s Service) Request {
	switch s {
	case ANN:
		return new(ANNRequest)
	case IDB:
		return new(IDBRequest)
	case SIM:
		return new(SIMRequest)
	case CLC:
		return new(CLCRequest)
	case DEL:
		return new(DELRequest)
	}
	return nil
}
