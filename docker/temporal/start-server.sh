#!/bin/sh
# The image reads its settings from the environment; the password comes from a file and is in the environment of this process alone.
set -eu
POSTGRES_PWD="$(cat "${POSTGRES_PASSWORD_FILE:?}")"
export POSTGRES_PWD
exec /etc/temporal/entrypoint.sh
