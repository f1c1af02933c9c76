package io.tare.network;

import io.tare.host.Host;
import io.tare.study.Parameter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Which addresses a mode gives to its containers: the range that the study names, or the first of a row that no host has a route into. */
final class FreeRange {
    private static final String AUTO = "auto";
    private static final String BYTE = "([0-9]|[1-9][0-9]|1[0-9][0-9]|2[0-4][0-9]|25[0-5])";

    /** The study's word for it. */
    static final Parameter PARAMETER = Parameter.matching(
            "range",
            AUTO + "|" + BYTE + "(\\." + BYTE + "){3}/([89]|1[0-9]|2[0-4])",
            AUTO,
            "what the containers' addresses are taken from; auto is the first of 10.244.0.0/16, 10.245.0.0/16, … that is free");

    /** The row begins where Kubernetes puts its containers by Flannel's preset. */
    private static final List<AddressRange> ROW = IntStream.rangeClosed(244, 254)
            .mapToObj(
                    second -> AddressRange.of("10.%d.0.0/16".formatted(second)).orElseThrow())
            .toList();

    private FreeRange() {}

    /** Why there is none, in a sentence with the way out; empty where there is one. */
    static Optional<String> obstacle(List<Host> hosts, Map<String, String> parameters) {
        String said = said(parameters);
        if (said.equals(AUTO)) {
            return first(hosts).isPresent()
                    ? Optional.empty()
                    : Optional.of(
                            "the hosts have routes into all of %s to %s; name a free range with 'range: ADDRESS/LENGTH'"
                                    .formatted(ROW.getFirst(), ROW.getLast()));
        }
        AddressRange range = AddressRange.of(said).orElseThrow();
        return hosts.stream()
                .flatMap(host -> range.routeInto(host).stream()
                        .map(route ->
                                "the range %s overlaps the route '%s' of %s; name another with 'range: ADDRESS/LENGTH', or leave it out"
                                        .formatted(range, route, host.name())))
                .findFirst();
    }

    /** The range; {@link #obstacle} has said that there is one. */
    static AddressRange of(List<Host> hosts, Map<String, String> parameters) {
        String said = said(parameters);
        return (said.equals(AUTO) ? first(hosts) : AddressRange.of(said)).orElseThrow();
    }

    private static Optional<AddressRange> first(List<Host> hosts) {
        return ROW.stream()
                .filter(range ->
                        hosts.stream().allMatch(host -> range.routeInto(host).isEmpty()))
                .findFirst();
    }

    private static String said(Map<String, String> parameters) {
        return parameters.getOrDefault(PARAMETER.name(), PARAMETER.preset());
    }
}
