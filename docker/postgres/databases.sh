#!/bin/sh
# Runs once, on an empty data folder: a role and its databases for the application, another for Temporal. Neither sees the other's.
set -eu
app="$(cat /run/secrets/app_database_password)"
temporal="$(cat /run/secrets/temporal_database_password)"
psql -v ON_ERROR_STOP=1 -v app="$app" -v temporal="$temporal" --username "$POSTGRES_USER" --dbname postgres <<'SQL'
create role due_process login password :'app';
create role temporal login password :'temporal';
create database due_process owner due_process;
create database temporal owner temporal;
create database temporal_visibility owner temporal;
revoke connect on database due_process, temporal, temporal_visibility from public;
SQL
psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname due_process -c 'create extension if not exists pgcrypto'
