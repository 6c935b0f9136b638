#!/bin/sh
# class-archive.sh <folder>: starts the extracted application in <folder> once, on a database that is made for it, and keeps an archive of the
# classes that it loaded. The archive fits this Java and these jars only; with others it is ignored.
set -eu
cd "$1"
server=$(mktemp -d)
tools=$(ls -d /usr/lib/postgresql/*/bin | tail -1)
chown postgres "$server"
as_postgres() { su postgres -s /bin/sh -c "$*"; }
as_postgres "$tools/initdb -D $server -A trust -U acse" >/dev/null
as_postgres "$tools/pg_ctl -D $server -w -l $server/log -o '-p 55432 -c listen_addresses=localhost -c unix_socket_directories=$server' start" >/dev/null
trap 'as_postgres "$tools/pg_ctl -D $server -m immediate stop" >/dev/null; rm -rf "$server"' EXIT

eval "$(java -jar acse-referral.jar new-keys | grep '^ACSE_KEYS_')"
export ACSE_KEYS_MASTER ACSE_KEYS_INDEX
SPRING_DATASOURCE_URL="jdbc:postgresql://localhost:55432/postgres" SPRING_DATASOURCE_USERNAME=acse SPRING_DATASOURCE_PASSWORD=none \
ACSE_DATA_DIR="$server/data" SERVER_PORT=0 \
    java -XX:ArchiveClassesAtExit=classes.jsa -XX:+UseSerialGC -Xlog:cds=off -Xlog:cds+dynamic=off \
    -Dspring.context.exit=onRefresh -Duser.timezone=UTC -jar acse-referral.jar
test -s classes.jsa
