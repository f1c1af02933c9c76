package io.tare.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ScheduleTest {
    private static final long START = 5_000_000_000L;

    @Test
    void theConnectionsTogetherAreEvenlySpaced() {
        Plan plan = plan(4, new Pace.Constant(1000));
        long[] due = IntStream.range(0, 4)
                .mapToObj(number -> begun(plan, number))
                .flatMapToLong(schedule -> LongStream.range(0, 3).map(_ -> schedule.next()))
                .sorted()
                .toArray();
        assertThat(due).hasSize(12);
        for (int i = 0; i < due.length; i++) {
            assertThat(due[i]).isEqualTo(START + i * 1_000_000L);
        }
    }

    @Test
    void noRateDriftsHoweverOddTheInterval() {
        Schedule schedule = begun(plan(1, new Pace.Constant(3)), 0);
        for (int i = 0; i < 3_000_000; i++) {
            schedule.next();
        }
        assertThat(schedule.due()).isBetween(START + 1_000_000_000_000_000L - 1, START + 1_000_000_000_000_000L);
    }

    @Test
    void whatIsDueAndNotTakenIsOverdue() {
        Schedule schedule = begun(plan(1, new Pace.Constant(10)), 0);
        assertThat(schedule.overdue(START - 1)).isZero();
        assertThat(schedule.overdue(START)).isEqualTo(1);
        schedule.next();
        assertThat(schedule.overdue(START + 350_000_000)).isEqualTo(3);
    }

    @Test
    void inAClosedLoopEveryRequestIsDueAtOnceAndNoneOverdue() {
        Schedule schedule = begun(plan(1, new Pace.Max()), 0);
        assertThat(schedule.next()).isEqualTo(Schedule.NONE);
        assertThat(schedule.overdue(Long.MAX_VALUE)).isZero();
    }

    private static Schedule begun(Plan plan, int number) {
        Schedule schedule = Schedule.of(plan, number);
        schedule.begin(START);
        return schedule;
    }

    private static Plan plan(int connections, Pace pace) {
        Duration second = Duration.ofSeconds(1);
        return new Plan(1, connections, 1, pace, second, second, Long.MAX_VALUE, second, _ -> {
            throw new IllegalStateException("nobody talks here");
        });
    }
}
