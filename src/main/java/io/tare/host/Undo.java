package io.tare.host;

/** How one change to a host is taken back. What is gone already counts as taken back. */
public sealed interface Undo {
    /** Ends and removes the container of that name. */
    record RemoveContainer(String name) implements Undo {}

    record RemoveNetwork(String name) implements Undo {}

    /** Removes the volume of that name; its containers have to be gone before. */
    record RemoveVolume(String name) implements Undo {}

    record LeaveSwarm() implements Undo {}
}
