"""Latencies of HTTP requests as a packet capture shows them: from a request's last byte out to its answer's last byte in.

usage: capture.py PCAP CLIENT_ADDRESS [SKIP_SECONDS]
Prints count, p50 and p99 in us. Reads tcpdump's classic format with Ethernet frames, and needs nothing but Python.
"""
import struct
import sys


def packets(path):
    with open(path, "rb") as f:
        header = f.read(24)
        nanos = header[:4] == b"\x4d\x3c\xb2\xa1"
        while True:
            record = f.read(16)
            if len(record) < 16:
                return
            seconds, fraction, kept, length = struct.unpack("<IIII", record)
            yield seconds + fraction / (1e9 if nanos else 1e6), f.read(kept)


def latencies(path, client, skip):
    address = bytes(int(part) for part in client.split("."))
    open_requests, first, found = {}, None, []
    for time, frame in packets(path):
        if frame[12:14] != b"\x08\x00" or frame[23] != 6:
            continue
        ip = 14
        tcp = ip + (frame[ip] & 15) * 4
        payload = struct.unpack(">H", frame[ip + 2 : ip + 4])[0] - (tcp - ip) - (frame[tcp + 12] >> 4) * 4
        if payload == 0:
            continue
        first = first or time
        out = frame[ip + 12 : ip + 16] == address
        port = frame[tcp : tcp + 2] if out else frame[tcp + 2 : tcp + 4]
        sent, answered = open_requests.get(port, (None, None))
        if out:
            if answered is not None and sent - first >= skip:
                found.append(answered - sent)
            open_requests[port] = (time, None)
        elif sent is not None:
            open_requests[port] = (sent, time)
    found += [answered - sent for sent, answered in open_requests.values() if answered is not None and sent - first >= skip]
    return sorted(found)


if __name__ == "__main__":
    values = latencies(sys.argv[1], sys.argv[2], float(sys.argv[3]) if len(sys.argv) > 3 else 0)
    at = lambda p: values[min(len(values) - 1, int(len(values) * p))] * 1e6
    print(len(values), "%.1f %.1f" % (at(0.5), at(0.99)))
