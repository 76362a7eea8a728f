#!/bin/sh
# The namespace and the search attributes that are set once, at the start of each case. Safe to repeat.
# A finished run stays readable in Temporal for 30 days; the journal in PostgreSQL stays for ever.
set -eu
: "${TEMPORAL_ADDRESS:?}" "${TEMPORAL_NAMESPACE:=due-process}"
export TEMPORAL_ADDRESS

until temporal operator cluster health >/dev/null 2>&1; do sleep 2; done
temporal operator namespace describe --namespace "$TEMPORAL_NAMESPACE" >/dev/null 2>&1 ||
  temporal operator namespace create --namespace "$TEMPORAL_NAMESPACE" --retention 30d
for name in Item Region Agency; do
  until temporal operator search-attribute list --namespace "$TEMPORAL_NAMESPACE" | grep -q "^ *$name "; do
    temporal operator search-attribute create --namespace "$TEMPORAL_NAMESPACE" --name "$name" --type Keyword || true
    sleep 2
  done
done
