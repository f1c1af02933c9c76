package io.tare.tuning;

import java.util.List;

/** {@code none}: the hosts as they are, which every other tuning is compared with. */
final class Untouched implements Tuning {
    @Override
    public About about() {
        return new About(
                "none",
                "the hosts as they are; what the others are compared with",
                "none",
                "nothing",
                "none",
                "this tuning has none",
                List.of());
    }

    @Override
    public Export export(Given given) {
        return Export.not("it changes nothing");
    }

    @Override
    public Wish on(Ground ground, Given given) {
        return Wish.allOf(List.of());
    }
}
