#!/bin/bash
# Fetches a page once over HTTP. Prints its status, the bytes of its body and the body's SHA-256.
# arguments: SERVER PORT PATH
set -e
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
exec 3<> "/dev/tcp/$1/$2"
printf 'GET %s HTTP/1.0\r\nHost: %s:%s\r\n\r\n' "$3" "$1" "$2" >&3
read -r version status reason <&3
while IFS= read -r line <&3; do
    [ "$line" = "$(printf '\r')" ] && break
done
cat <&3 > "$folder/body"
hash=$(sha256sum < "$folder/body")
echo "$status $(wc -c < "$folder/body") ${hash%% *}"
