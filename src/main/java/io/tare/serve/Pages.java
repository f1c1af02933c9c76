package io.tare.serve;

import io.tare.report.Reports;
import io.tare.result.RecordedRun;
import io.tare.result.ResultException;
import io.tare.study.Narrowing;
import io.tare.study.Study;
import io.tare.study.StudyException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What stands at each address. Nothing but {@code POST} changes anything. */
final class Pages {
    /** A report has scripts in it and could be anyone's: it runs apart, without this page's cookie and rights. */
    private static final Map<String, String> APART = Map.of(
            "Content-Security-Policy",
            "sandbox allow-scripts allow-downloads; default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline';"
                    + " img-src data: blob:; frame-ancestors 'none'");

    private final StudyList studies;
    private final Launcher launcher;
    private final RunList list;
    private final List<Route> routes;

    Pages(NamedFolder runs, StudyList studies, Launcher launcher) {
        this.studies = studies;
        this.launcher = launcher;
        this.list = new RunList(runs, launcher);
        this.routes = List.of(
                Route.get("/", _ -> Assembled.page()),
                Route.get("/assets/*", asked -> Assembled.file(asked.path().getLast())),
                Route.get("/events", asked -> new Answer.Events(Watch.of(asked, runs, list, launcher)::follow)),
                Route.get("/runs", _ -> Answer.json(list.tree())),
                Route.get(
                        "/runs/*/report",
                        asked -> report(runs.named(asked.path().get(1)))),
                Route.get("/studies", _ -> Answer.json(studies.tree())),
                Route.get(
                        "/lab", asked -> Answer.json(LabView.tree(asked.query().containsKey("ask")))),
                Route.post("/runs", asked -> start(asked.json())),
                Route.post("/runs/*/stop", asked -> stop(asked.path().get(1))),
                Route.post(
                        "/runs/*/resume",
                        asked -> resume(runs.named(asked.path().get(1)))));
    }

    /** {@link Refusal} where nothing stands there, or not for this method. */
    Answer of(Asked asked) throws IOException {
        List<Route> there =
                routes.stream().filter(route -> route.leadsTo(asked.path())).toList();
        if (there.isEmpty()) {
            throw Refusal.notFound("There is no such page.");
        }
        for (Route route : there) {
            if (route.method().equals(asked.method())) {
                return route.page().of(asked);
            }
        }
        List<String> methods = there.stream().map(Route::method).toList();
        throw new Refusal(405, "%s only.".formatted(methods), Map.of("Allow", String.join(", ", methods)));
    }

    private static Answer report(Path run) throws IOException {
        Path report = run.resolve(Reports.HTML);
        if (!Files.isRegularFile(report)) {
            throw Refusal.notFound("This run has no report yet; 'tare report %s' writes it.".formatted(run));
        }
        return Answer.of(200, "text/html; charset=utf-8", Files.readAllBytes(report))
                .with(APART);
    }

    private Answer start(JsonNode wanted) {
        Integer samples = number(wanted, "samples");
        Integer seconds = number(wanted, "seconds");
        String file = wanted.path("study").asString("");
        Study study;
        try {
            study = new Narrowing(samples, seconds, null, null, null, null).of(studies.read(file));
        } catch (StudyException e) {
            throw new Refusal(400, String.valueOf(e.getMessage()));
        }
        List<String> options = new ArrayList<>();
        if (samples != null) {
            options.addAll(List.of("--samples", samples.toString()));
        }
        if (seconds != null) {
            options.addAll(List.of("--seconds", seconds.toString()));
        }
        requireQuiet();
        return Answer.json(Map.of("run", launcher.run(studies.studies().named(file), study.name(), options)));
    }

    private Answer stop(String run) {
        launcher.stop(run);
        return Answer.json(Map.of("run", run));
    }

    private Answer resume(Path run) {
        launcher.awaitStopped();
        requireQuiet();
        try {
            return Answer.json(Map.of(
                    "run",
                    launcher.resume(run, RecordedRun.manifest(run).study().name())));
        } catch (ResultException e) {
            throw new Refusal(409, String.valueOf(e.getMessage()));
        }
    }

    private void requireQuiet() {
        if (list.measuring()) {
            throw new Refusal(409, "A run is going on; two would disturb each other. Wait for its end, or stop it.");
        }
    }

    private static @Nullable Integer number(JsonNode wanted, String name) {
        JsonNode value = wanted.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isInt()) {
            throw new Refusal(400, "'%s' is no whole number.".formatted(name));
        }
        return value.intValue();
    }
}
