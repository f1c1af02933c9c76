package io.tare.cli;

import io.tare.host.Host;
import io.tare.study.Study;
import io.tare.tuning.Consent;
import java.io.Console;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The question whether kernel settings of a user's own machines may be changed. */
final class TuningConsent {
    private TuningConsent() {}

    /** As {@code --allow-tuning} says, for a tuning that stays; asked on the terminal where it was not given and somebody is there. */
    static Consent lasting(boolean allowed, List<Host> hosts) {
        return of(allowed, hosts, "%s. It stays until it is taken back.");
    }

    /** As {@code --allow-tuning} says; asked on the terminal where it was not given, a tuning needs it and somebody is there. */
    static Consent of(boolean allowed, Study study, List<Host> hosts) {
        boolean tunes =
                study.tunings().stream().anyMatch(tuning -> !tuning.kind().equals("none"));
        return tunes
                ? of(allowed, hosts, "This study has tunings: %s. All is undone at the end.")
                : new Consent(allowed);
    }

    /** The same for a search, which tries tunings for certain. */
    static Consent searching(boolean allowed, List<Host> hosts) {
        return of(allowed, hosts, "%s. All is undone at the end.");
    }

    private static Consent of(boolean allowed, List<Host> hosts, String question) {
        Consent said = new Consent(allowed);
        Optional<String> refusal = said.refusal(hosts);
        return refusal.isPresent() && Terminal.here().live()
                ? new Consent(yes(question.formatted(refusal.get())))
                : said;
    }

    @SuppressWarnings("SystemConsoleNull") // as in Terminal
    private static boolean yes(String why) {
        Console console = System.console();
        String answer = console == null ? null : console.readLine("%s Go on? [y/N] ", why);
        return answer != null && answer.strip().toLowerCase(Locale.ROOT).startsWith("y");
    }
}
