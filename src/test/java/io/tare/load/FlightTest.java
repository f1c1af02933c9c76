package io.tare.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FlightTest {
    private final Flight flight = new Flight(3);

    @Test
    void answersComeInTheOrderOfTheRequests() {
        ask(Operation.SET, 10, 11);
        ask(Operation.GET, 20, 21);
        flight.remove();
        ask(Operation.SET, 30, 31);
        ask(Operation.GET, 40, 41);
        assertThat(flight.isFull()).isTrue();
        for (long intended = 20; intended <= 40; intended += 10) {
            assertThat(flight.intended()).isEqualTo(intended);
            assertThat(flight.sent()).isEqualTo(intended + 1);
            flight.remove();
        }
        assertThat(flight.isEmpty()).isTrue();
    }

    @Test
    void whatHadNoTimeOfItsOwnWasIntendedWhenItWasSent() {
        ask(Operation.REQUEST, Schedule.NONE, 77);
        assertThat(flight.intended()).isEqualTo(77);
    }

    @Test
    void whatWasAskedBeforeTheWindowIsNotItsOwn() {
        ask(Operation.GET, 1, 2);
        flight.disown();
        ask(Operation.GET, 3, 4);
        assertThat(flight.own()).isEqualTo(1);
        assertThat(flight.owned()).isFalse();
        flight.remove();
        assertThat(flight.owned()).isTrue();
        assertThat(flight.own()).isEqualTo(1);
    }

    private void ask(Operation operation, long intended, long sent) {
        flight.add(operation, intended);
        flight.sent(flight.count() - 1, sent);
    }
}
