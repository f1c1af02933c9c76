package io.tare.host;

import java.util.function.Consumer;

/** Carries undos out on an Engine. */
record EngineUndo(Engine engine) implements Consumer<Undo> {
    @Override
    public void accept(Undo undo) {
        switch (undo) {
            case Undo.RemoveContainer(String name) -> engine.remove(name);
            case Undo.RemoveNetwork(String name) -> engine.networkId(name).ifPresent(engine::removeNetwork);
            case Undo.RemoveVolume(String name) -> engine.removeVolume(name);
            case Undo.LeaveSwarm() -> {
                if (!engine.swarmState().equals("inactive")) {
                    engine.leaveSwarm();
                }
            }
        }
    }
}
