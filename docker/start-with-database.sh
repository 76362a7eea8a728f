#!/bin/sh
# DATABASE_URL from its parts, so that the password stays in its file and out of `docker inspect`.
set -eu
: "${DATABASE_HOST:?}" "${DATABASE_PASSWORD_FILE:?}"
password="$(cat "$DATABASE_PASSWORD_FILE")"
DATABASE_URL="postgresql://${DATABASE_USER:-due_process}:${password}@${DATABASE_HOST}:${DATABASE_PORT:-5432}/${DATABASE_NAME:-due_process}"
export DATABASE_URL
exec "$@"
