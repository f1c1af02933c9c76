package io.tare.lab;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Looking whether a lab is in use takes nothing from whoever uses it. */
@Tag("lab")
class LabLockTest {
    private static final String LAB = "check-lock";

    @Test
    void aLabIsHeldWhileItsLockIsTaken() {
        assertThat(LabLock.held(LAB)).isFalse();
        try (LabLock lock = LabLock.take(LAB)) {
            assertThat(lock).isNotNull();
            assertThat(LabLock.held(LAB)).isTrue();
        }
        assertThat(LabLock.held(LAB)).isFalse();
    }
}
