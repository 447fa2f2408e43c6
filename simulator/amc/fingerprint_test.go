package amc

import (
	"reflect"
	"testing"
	"time"

	"github.com/roc-miroir/miroir/simulator/roc"
)

// full is a calculation in which every pointer and slice holds something.
func full() *roc.CLCRequest {
	return &roc.CLCRequest{
		Establishment: roc.Establishment{Contact: &roc.Contact{}},
		Lines:         []roc.Line{{Executor: &roc.Executor{}}},
	}
}

func TestEveryBusinessFieldCountsInTheFingerprint(t *testing.T) {
	technical := map[string]bool{
		".Header.MessageID": true, ".Header.ConversationID": true, ".Header.SentAt": true, ".Header.RetryOf": true,
		".Header.NormVersion": true, ".Header.Test": true, ".Header.Receiver.OperatorID": true,
		".Header.Sender.Software.Editor": true, ".Header.Sender.Software.Product": true,
		".Header.Sender.Software.Version": true, ".Header.Sender.Software.Conformity": true,
	}
	origin := fingerprint(full())
	seen := 0
	for i := 0; ; i++ {
		q, countdown := full(), i
		path := change(reflect.ValueOf(q).Elem(), "", &countdown)
		if path == "" {
			break
		}
		seen++
		if changed := fingerprint(q) != origin; changed == technical[path] {
			t.Errorf("%s: changed the fingerprint: %t, want %t", path, changed, !technical[path])
		}
	}
	if seen < 70 {
		t.Errorf("only %d fields were tried", seen)
	}
}

// change alters the field that countdown designates and returns its path.
func change(v reflect.Value, path string, countdown *int) string {
	switch v.Interface().(type) {
	case time.Time:
		return touch(path, countdown, func() { v.Set(reflect.ValueOf(time.Unix(1, 0))) })
	case roc.Date:
		return touch(path, countdown, func() { v.Set(reflect.ValueOf(roc.NewDate(2025, 6, 2))) })
	}
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			if p := change(v.Field(i), path+"."+v.Type().Field(i).Name, countdown); p != "" {
				return p
			}
		}
	case reflect.Pointer:
		return change(v.Elem(), path, countdown)
	case reflect.Slice:
		return change(v.Index(0), path, countdown)
	case reflect.String:
		return touch(path, countdown, func() { v.SetString("x") })
	case reflect.Bool:
		return touch(path, countdown, func() { v.SetBool(true) })
	case reflect.Int, reflect.Int64:
		return touch(path, countdown, func() { v.SetInt(7) })
	}
	return ""
}

func touch(path string, countdown *int, set func()) string {
	if *countdown--; *countdown >= 0 {
		return ""
	}
	set()
	return path
}
