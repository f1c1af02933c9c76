package io.tare.serve;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A server with a folder of its own for each test, and a client of it. */
abstract class ServedTest {
    @TempDir
    protected Path folder;

    protected Served served;
    protected RawClient client;

    private final int pace;

    /** @param pace of what the server starts, in ms a sample */
    ServedTest(int pace) {
        this.pace = pace;
    }

    @BeforeEach
    void open() throws IOException {
        served = Served.in(folder, pace);
        client = served.client();
    }

    @AfterEach
    void close() {
        served.close();
    }
}
