# Sends numbered UDP datagrams that carry a mark, or answers them. Runs in the containers at the two ends of a path.
#   probe.pl serve PORT
#   probe.pl ask ADDRESS PORT COUNT SIZE MARK
# A datagram is 'Q', the mark (16 characters), the number (4 digits), and dots up to SIZE bytes; its answer begins with 'A' and ends with
# the address and port that the server saw. Each is sent from a socket of its own, so that connection tracking sees COUNT connections,
# and with DF set. 'ask' prints a line for each: NUMBER OWN-ADDRESS OWN-PORT sent|REASON SEEN-ADDRESS:PORT|-
use strict;
use warnings;
use Socket qw(:DEFAULT inet_ntoa inet_aton);
use constant { IP_MTU_DISCOVER => 10, PMTUDISC_PROBE => 3, WAIT => 0.3, PAUSE => 0.005 };

$| = 1;
my $what = shift;
if ($what eq 'serve') {
    my ($port) = @ARGV;
    socket(my $socket, PF_INET, SOCK_DGRAM, 17) or die "socket: $!\n";
    bind($socket, sockaddr_in($port, INADDR_ANY)) or die "port $port: $!\n";
    print "serving $port\n";
    while (1) {
        my $from = recv($socket, my $bytes, 65536, 0) // next;
        next unless $bytes =~ /^Q/;
        my ($seen, $address) = sockaddr_in($from);
        my $end = ' ' . inet_ntoa($address) . ' ' . $seen;
        substr($bytes, 0, 1) = 'A';
        substr($bytes, -length $end) = $end if length $bytes > 21 + length $end;
        send($socket, $bytes, 0, $from);
    }
}
my ($address, $port, $count, $size, $mark) = @ARGV;
my $to = sockaddr_in($port, inet_aton($address));
# The address that the kernel sends from. The sockets are not connected: an answer counts, from whatever address a relay sends it.
socket(my $asking, PF_INET, SOCK_DGRAM, 17) or die "socket: $!\n";
connect($asking, $to) or die "$address: $!\n";
my (undef, $source) = sockaddr_in(getsockname($asking));
for my $number (1 .. $count) {
    socket(my $socket, PF_INET, SOCK_DGRAM, 17) or die "socket: $!\n";
    setsockopt($socket, 0, IP_MTU_DISCOVER, pack('i', PMTUDISC_PROBE)) or die "DF: $!\n";
    bind($socket, sockaddr_in(0, $source)) or die inet_ntoa($source) . ": $!\n";
    my ($port_used, $from) = sockaddr_in(getsockname($socket));
    my $own = inet_ntoa($from) . ' ' . $port_used;
    my $bytes = sprintf('Q%s%04d', $mark, $number);
    $bytes .= '.' x ($size - length $bytes);
    my $sent = defined send($socket, $bytes, 0, $to) ? 'sent' : join('-', split(' ', "$!"));
    my $seen = '-';
    my $ready = '';
    vec($ready, fileno($socket), 1) = 1;
    if ($sent eq 'sent' && select($ready, undef, undef, WAIT)) {
        my $answer;
        $seen = "$1:$2" if defined recv($socket, $answer, 65536, 0) && $answer =~ /^A\Q$mark\E.* ([\d.]+) (\d+)$/s;
    }
    print "$number $own $sent $seen\n";
    select(undef, undef, undef, PAUSE);
}
