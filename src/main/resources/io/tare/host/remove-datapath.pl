# Deletes a datapath of Open vSwitch's kernel module, with its ports, over generic netlink. One that is gone already is no error.
# argument: the datapath's name
use strict;
use warnings;
use Socket;

my ($name) = @ARGV;
my ($netlink, $generic, $controller, $request_and_ack, $error) = (16, 16, 16, 5, 2);
socket(my $kernel, $netlink, SOCK_RAW, $generic) or die "netlink: $!\n";

sub attribute {
    my ($type, $value) = @_;
    my $length = 4 + length $value;
    return pack('SSa*', $length, $type, $value) . "\0" x (-$length % 4);
}

# Sends a command to a family and answers the error number and the attributes that came back.
sub ask {
    my ($family, $command, $version, $body) = @_;
    my $message = pack('CCS', $command, $version, 0) . $body;
    my $header = pack('LSSLL', 16 + length $message, $family, $request_and_ack, 1, 0);
    send($kernel, $header . $message, 0, pack('SSLL', $netlink, 0, 0, 0)) or die "netlink: $!\n";
    my $answer = '';
    while (1) {
        defined recv($kernel, my $buffer, 65536, 0) or die "netlink: $!\n";
        while (length $buffer >= 16) {
            my ($length, $type) = unpack('LS', $buffer);
            return (-unpack('l', substr($buffer, 16, 4)), $answer) if $type == $error;
            $answer .= substr($buffer, 20, $length - 20);
            $buffer = substr($buffer, $length + (-$length % 4));
        }
    }
}

my ($missing, $attributes) = ask($controller, 3, 1, attribute(2, "ovs_datapath\0"));
exit 0 if $missing;
my $family;
while (length $attributes >= 4) {
    my ($length, $type) = unpack('SS', $attributes);
    $family = unpack('S', substr($attributes, 4, 2)) if $type == 1;
    $attributes = substr($attributes, $length + (-$length % 4));
}
my ($failed) = ask($family, 2, 2, pack('L', 0) . attribute(1, "$name\0"));
$! = $failed;
die "datapath $name: $!\n" if $failed && !$!{ENODEV};
