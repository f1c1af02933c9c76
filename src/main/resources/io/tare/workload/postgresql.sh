# A PostgreSQL server for pgbench, with the presets of its package but for who may connect. Runs as root in a container.
#   prepare SCALE               makes the databases "pristine" and "bench" of pgbench's tables in /prepared/data
#   serve PORT MAX_CONNECTIONS  serves a copy of them
#   ready PORT                  succeeds once they are served
#   reset PORT                  makes "bench" anew from "pristine"
set -e
programs=$(echo /usr/lib/postgresql/*/bin)
own=/var/lib/postgresql/tare
as() { runuser -u postgres -- "$@"; }
sql() { as psql --quiet --no-psqlrc --set=ON_ERROR_STOP=1 --host=/tmp --port="$1" --command="$2" --dbname="$3"; }
again='CREATE DATABASE bench TEMPLATE pristine STRATEGY FILE_COPY'
case $1 in
prepare)
    data=/prepared/data
    install -d -o postgres -g postgres -m 755 /prepared
    as "$programs/initdb" --pgdata=$data --auth=trust --username=postgres --encoding=UTF8 --locale=C --no-sync > /dev/null
    echo "listen_addresses = '*'" >> $data/postgresql.conf
    echo "unix_socket_directories = '/tmp'" >> $data/postgresql.conf
    echo "host all all all trust" >> $data/pg_hba.conf
    # what is only made here needs no write-ahead log
    as "$programs/pg_ctl" --pgdata=$data --wait --log=/tmp/log start \
        --options="-p 5432 -c listen_addresses= -c wal_level=minimal -c max_wal_senders=0 -c fsync=off" > /dev/null || { cat /tmp/log >&2; exit 1; }
    sql 5432 "CREATE DATABASE pristine" postgres
    as pgbench --initialize --quiet --host=/tmp --port=5432 --scale="$2" pristine 2> /tmp/made || { cat /tmp/made >&2; exit 1; }
    sql 5432 "$again" postgres
    as "$programs/pg_ctl" --pgdata=$data --wait --mode=fast stop > /dev/null
    ;;
serve)
    cp -a /prepared/data $own
    exec runuser -u postgres -- "$programs/postgres" -D $own -p "$2" -c max_connections="$3"
    ;;
ready)
    sql "$2" "SELECT aid FROM pgbench_accounts LIMIT 1" bench > /dev/null
    ;;
reset)
    sql "$2" "DROP DATABASE bench WITH (FORCE)" postgres
    sql "$2" "$again" postgres
    sql "$2" "CHECKPOINT" postgres
    ;;
*)
    echo "postgresql.sh: unknown step '$1'" >&2
    exit 2
    ;;
esac
