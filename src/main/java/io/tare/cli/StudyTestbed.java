package io.tare.cli;

import io.tare.host.Host;
import io.tare.host.Image;
import io.tare.host.UserImage;
import io.tare.result.Manifest;
import io.tare.run.HostFactsReader;
import io.tare.run.LabTestbed;
import io.tare.run.Testbed;
import io.tare.study.Study;
import io.tare.tuning.Consent;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A study's testbed, raised and ready for it, with Tare's image or the study's own, and the consent to tune it.
 *
 * @param raised whose closing undoes all
 * @param ready for the study
 */
record StudyTestbed(LabTestbed raised, Testbed ready) implements AutoCloseable {
    /**
     * Raises it.
     *
     * @param exact whether a lab that stands must be as the study wants it: for samples that are to go with others
     * @param consent asked of its hosts
     */
    static StudyTestbed open(
            String lab, Study study, boolean exact, Function<List<Host>, Consent> consent, Consumer<String> says) {
        Image image = new Image();
        image.make(says);
        LabTestbed raised = LabTestbed.open(lab, study.testbed(), exact, says);
        try {
            String named = study.image();
            Testbed placed = raised.ready(image, named == null ? null : new UserImage(named), says)
                    .placed(study.placement());
            return new StudyTestbed(raised, placed.allowing(consent.apply(List.of(placed.server(), placed.client()))));
        } catch (RuntimeException failed) {
            try {
                raised.close();
            } catch (RuntimeException also) {
                failed.addSuppressed(also);
            }
            throw failed;
        }
    }

    /** A run's manifest with what is known of these hosts. */
    Manifest told(Manifest begun, List<String> notes) {
        return begun.on(
                raised.spec(),
                ready.roles().reversed().entrySet().stream()
                        .map(role -> HostFactsReader.read(role.getValue(), role.getKey()))
                        .toList(),
                ready.image(),
                notes);
    }

    @Override
    public void close() {
        raised.close();
    }
}
