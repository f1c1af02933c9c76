package io.tare.path;

import io.tare.host.ExecResult;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The netfilter rules of a namespace with what they counted, as {@code iptables-save --counters} tells them. */
record Rules(List<Rule> all) {
    private static final List<String> PROGRAMS = List.of("iptables-nft", "iptables-legacy");
    private static final Pattern RULE = Pattern.compile("\\[(\\d+):\\d+] -A (\\S+) (.*)");
    private static final Pattern TARGET = Pattern.compile("(?:^| )-[jg] (\\S+)");

    Rules {
        all = List.copyOf(all);
    }

    static Rules of(Reading reading, List<Namespace> namespaces) {
        List<Rule> all = new ArrayList<>();
        for (Namespace in : namespaces) {
            for (String program : PROGRAMS) {
                ExecResult saved = reading.inside(in, List.of(program + "-save", "--counters"));
                if (saved.exitCode() == 0) {
                    all.addAll(read(in, program, saved.stdout()));
                }
            }
        }
        return new Rules(all);
    }

    /** Reads what one of the programs prints; a rule that only leads to another chain, or back, decides nothing and is left out. */
    static List<Rule> read(Namespace at, String program, String saved) {
        List<Rule> rules = new ArrayList<>();
        List<String> chains = new ArrayList<>(List.of("RETURN"));
        String table = "";
        for (String line : saved.lines().toList()) {
            Matcher rule = RULE.matcher(line);
            if (line.startsWith("*")) {
                table = line.substring(1);
            } else if (line.startsWith(":")) {
                chains.add(line.substring(1, line.indexOf(' ')));
            } else if (rule.matches() && decides(rule.group(3), chains)) {
                rules.add(new Rule(at, program, table, rule.group(2), rule.group(3), Long.parseLong(rule.group(1))));
            }
        }
        return rules;
    }

    /** The rules that counted {@code least} packets or more since then. */
    List<Rule> met(Rules before, long least) {
        List<Rule> met = new ArrayList<>();
        for (Rule rule : all) {
            long then = before.all.stream()
                    .filter(rule::is)
                    .mapToLong(Rule::packets)
                    .findFirst()
                    .orElse(0);
            if (rule.packets() - then >= least) {
                met.add(rule.less(then));
            }
        }
        return met;
    }

    private static boolean decides(String rule, List<String> chains) {
        Matcher target = TARGET.matcher(rule);
        return target.find() && !chains.contains(target.group(1));
    }
}
