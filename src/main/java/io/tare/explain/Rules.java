package io.tare.explain;

import java.util.List;

/** All rules, those with the surest remedy first. */
public final class Rules {
    public static final List<Rule> ALL = List.of(
            new OneCpuInSoftirq(),
            new SoftwareSegmentation(),
            new NoSuperPackets(),
            new ReceiveBufferOverrun(),
            new BacklogOverflow(),
            new BudgetSqueezed(),
            new ConntrackHeavy(),
            new LostOnTheWay(),
            new Fragments(),
            new SmallMtu(),
            new ClientBound(),
            new AllCpusBusy());

    private Rules() {}
}
