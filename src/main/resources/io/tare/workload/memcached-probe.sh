#!/bin/bash
# Sets a value in a memcached server and gets it back.
# arguments: SERVER PORT
exec 3<> "/dev/tcp/$1/$2" || exit 1
printf 'set tare-probe 0 5 4\r\nkept\r\nget tare-probe\r\nquit\r\n' >&3
answer=$(tr -d '\r' <&3)
if [ "$answer" = "$(printf 'STORED\nVALUE tare-probe 0 4\nkept\nEND')" ]; then
    echo "the value came back"
else
    echo "memcached answered: $answer"
    exit 1
fi
