package io.tare.workload;

import io.tare.result.Verdict;

/** The verdicts that workloads share, each with the figure it rests on. */
final class Checks {
    /** A rate below this share of the offered one was not reached: what is measured is the queue before the limit. */
    private static final double REACHED = 0.99;
    /** Operations that can be under way when the measured seconds end: among few they are more than a hundredth, and no sign of a queue. */
    private static final double UNDER_WAY = 4;
    /** Errors up to this share of all operations are told; more, and the rest is no fair picture of the path. */
    private static final double TOLERATED = 0.001;
    /** Misses up to this share can be single evictions. */
    private static final double MISSED = 0.01;
    /** A generator that stood still for this share of the measured time has measured itself. */
    private static final double STOOD_STILL = 0.1;
    /** A pause below this is lost in the scheduling of any busy machine. */
    private static final double NOTED_PAUSE = 0.005;
    /** The least measured time, in s; a hundredth is left for the clock's and the loop's granularity. */
    private static final double SHORTEST = 0.99;

    private Checks() {}

    static Verdict answers(long answers) {
        return answers > 0
                ? Verdict.ok("answers", "%d right answers".formatted(answers))
                : Verdict.invalid("answers", "there was not one right answer");
    }

    /**
     * Operations that ended in an error.
     *
     * @param before errors before the measured seconds
     * @param said what the first one said, or an empty text
     */
    static Verdict errors(long errors, long operations, long before, String said) {
        String told = said.isEmpty() ? "" : ": " + said;
        if (errors == 0) {
            return before == 0
                    ? Verdict.ok("errors", "no errors in %d operations".formatted(operations))
                    : Verdict.note("errors", "%d errors before the measured seconds, none in them".formatted(before));
        }
        double share = (double) errors / Math.max(1, operations);
        String finding =
                "%d of %d operations (%.3g%%) ended in an error%s".formatted(errors, operations, 100 * share, told);
        return share <= TOLERATED ? Verdict.note("errors", finding) : Verdict.invalid("errors", finding);
    }

    /** Answers that were not what was asked for. {@code name} is {@code status} or {@code length}. */
    static Verdict wrong(String name, long wrong, long operations, String said) {
        return wrong == 0
                ? Verdict.ok(name, "every answer's %s as expected".formatted(name))
                : Verdict.invalid(
                        name,
                        "%d of %d answers had another %s than expected%s: what was measured is not what was asked for"
                                .formatted(wrong, operations, name, said.isEmpty() ? "" : " (" + said + ")"));
    }

    /** GETs that found nothing; {@code expected} where nothing was set before. */
    static Verdict misses(long misses, long gets, boolean expected) {
        double share = gets == 0 ? 0 : (double) misses / gets;
        String figure = "%d of %d GETs (%.3g%%) found nothing".formatted(misses, gets, 100 * share);
        if (misses == 0) {
            return Verdict.ok("misses", "no GET found nothing");
        }
        if (expected) {
            return Verdict.note("misses", figure + ": keys were not set before, so little but requests was carried");
        }
        return share <= MISSED
                ? Verdict.note("misses", figure)
                : Verdict.invalid("misses", figure + ", though every key was set before");
    }

    /**
     * The rate that was reached against the one that was offered, in the same unit.
     *
     * @param chance the share by which it may fall short by chance alone, as a schedule drawn at random does; 0 for none
     */
    static Verdict rate(double achieved, double offered, String unit, double chance) {
        return reached(achieved, offered, unit, REACHED - chance);
    }

    /** The same for operations that are sent at even distances and counted when they are answered, over that many seconds. */
    static Verdict answeredRate(double achieved, double offered, double seconds, String unit) {
        return reached(achieved, offered, unit, Math.min(REACHED, 1 - UNDER_WAY / Math.max(1, offered * seconds)));
    }

    private static Verdict reached(double achieved, double offered, String unit, double least) {
        String figure = "%.1f of %.1f %s offered (%.1f%%)".formatted(achieved, offered, unit, 100 * achieved / offered);
        return achieved >= least * offered
                ? Verdict.ok("rate", figure)
                : Verdict.invalid(
                        "rate",
                        figure
                                + ": the rate was not reached, so that what was measured is the limit and the queue before it");
    }

    /** Times at which the generator itself stood still. */
    static Verdict pauses(long count, double longest, double seconds) {
        String figure = "the generator stood still %d times for more than 1 ms, the longest %.1f ms"
                .formatted(count, longest * 1e3);
        if (longest > STOOD_STILL * seconds) {
            return Verdict.invalid("pauses", figure);
        }
        return longest > NOTED_PAUSE ? Verdict.note("pauses", figure) : Verdict.ok("pauses", figure);
    }

    /** For what runs until it is done. */
    static Verdict duration(double seconds) {
        String figure = "%.2f s measured".formatted(seconds);
        return seconds >= SHORTEST
                ? Verdict.ok("duration", figure)
                : Verdict.invalid("duration", figure + ": too short to mean anything");
    }

    static Verdict duration(double seconds, double asked) {
        String figure = "%.2f s measured of %.0f s asked".formatted(seconds, asked);
        return seconds >= SHORTEST && seconds >= SHORTEST * asked
                ? Verdict.ok("duration", figure)
                : Verdict.invalid("duration", figure + ": too short to mean anything");
    }

    /** For a tool that sends the next request when the answer to the last is there, whatever was due meanwhile. */
    static Verdict closedLoop(String tool) {
        return Verdict.note(
                "coordinated-omission",
                "%s sends each request when the last is answered: a stall delays the requests behind it and is counted once, so its high percentiles are too good"
                        .formatted(tool));
    }
}
