package io.tare.host;

import java.nio.file.Path;
import java.util.Optional;

/** A {@link FakeHost} that shares its kernel, as one of a namespace lab, or that is a user's. */
public record OtherHost(FakeHost like, boolean sharesKernel, boolean isUsers) implements Host {
    /** A machine of a user's, with a kernel of its own. */
    public static OtherHost users(FakeHost like) {
        return new OtherHost(like, false, true);
    }

    @Override
    public String name() {
        return like.name();
    }

    @Override
    public String address() {
        return like.address();
    }

    @Override
    public String underlay() {
        return like.underlay();
    }

    @Override
    public Engine engine() {
        return like.engine();
    }

    @Override
    public Journal journal() {
        return like.journal();
    }

    @Override
    public Lasting lasting() {
        return like.lasting();
    }

    @Override
    public Hand hand() {
        return like.hand();
    }

    @Override
    public Optional<Path> cgroup() {
        return Optional.empty();
    }
}
