package io.tare.cli;

import io.tare.host.Host;
import io.tare.study.Study;
import io.tare.tuning.Consent;
import java.util.List;
import java.util.Optional;

/** Whether kernel settings of a user's own machines may be changed: said on the command line, or else asked. */
record TuningConsent(Question question) {
    static TuningConsent here() {
        return new TuningConsent(Question.here());
    }

    /** As {@code --allow-tuning} says, for a tuning that stays; asked on the terminal where it was not given and somebody is there. */
    Consent lasting(boolean allowed, List<Host> hosts) {
        return of(allowed, hosts, "%s. It stays until it is taken back.");
    }

    /** As {@code --allow-tuning} says; asked on the terminal where it was not given, a tuning needs it and somebody is there. */
    Consent of(boolean allowed, Study study, List<Host> hosts) {
        boolean tunes =
                study.tunings().stream().anyMatch(tuning -> !tuning.kind().equals("none"));
        return tunes
                ? of(allowed, hosts, "This study has tunings: %s. All is undone at the end.")
                : new Consent(allowed);
    }

    /** The same for a search, which tries tunings for certain. */
    Consent searching(boolean allowed, List<Host> hosts) {
        return of(allowed, hosts, "%s. All is undone at the end.");
    }

    private Consent of(boolean allowed, List<Host> hosts, String why) {
        Consent said = new Consent(allowed);
        Optional<String> refusal = said.refusal(hosts);
        return refusal.isPresent() ? new Consent(question.yes(why.formatted(refusal.get()))) : said;
    }
}
