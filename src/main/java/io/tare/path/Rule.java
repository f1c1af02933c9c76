package io.tare.path;

/**
 * A netfilter rule that packets met.
 *
 * @param program that the rules are kept with: {@code iptables-nft} or {@code iptables-legacy}
 * @param text in the words of {@code iptables --append}, without the chain
 * @param packets that it counted
 */
public record Rule(Namespace at, String program, String table, String chain, String text, long packets) {
    boolean is(Rule other) {
        return at.inode() == other.at.inode()
                && program.equals(other.program)
                && table.equals(other.table)
                && chain.equals(other.chain)
                && text.equals(other.text);
    }

    Rule less(long before) {
        return new Rule(at, program, table, chain, text, packets - before);
    }
}
