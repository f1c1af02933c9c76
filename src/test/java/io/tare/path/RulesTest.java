package io.tare.path;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Rules that counted packets are those that were met; what only leads to another chain is none of them. */
class RulesTest {
    private final List<Rule> now = Rules.read(Recorded.HOST, "iptables-nft", Recorded.text("rules-after.txt"));

    @Test
    void onlyRulesThatDecideAreKept() {
        assertThat(now).extracting(Rule::text).noneMatch(text -> text.contains("-j DOCKER") || text.contains("RETURN"));
        assertThat(now).anySatisfy(rule -> {
            assertThat(rule.table()).isEqualTo("nat");
            assertThat(rule.chain()).isEqualTo("POSTROUTING");
            assertThat(rule.text()).isEqualTo("-s 172.21.0.0/16 ! -o br-89f3670285c6 -j MASQUERADE");
            assertThat(rule.packets()).isEqualTo(9);
        });
    }

    @Test
    void aRuleIsMetWhereItCountedEnough() {
        List<Rule> before = now.stream()
                .map(r -> r.text().contains("MASQUERADE") && r.packets() == 9 ? r.less(5) : r)
                .toList();
        Rules after = new Rules(now);
        assertThat(after.met(new Rules(before), 5))
                .singleElement()
                .extracting(Rule::packets)
                .isEqualTo(5L);
        assertThat(after.met(new Rules(before), 6)).isEmpty();
    }
}
